package id.hadir.events.letter;

import id.hadir.events.invitation.Invitation;
import id.hadir.events.unit.Unit;
import id.hadir.kit.pdf.Paper;
import id.hadir.kit.pdf.PrintSheet;
import id.hadir.kit.qr.QrDrawing;
import java.util.List;
import java.util.Map;

/**
 * A letter as the template prints it: once for each of its addressees, then the list of the
 * invited.
 *
 * @param logo no bytes where there is none
 * @param attached the invited, or how many of a kind and region where they are too many to name
 */
public record LetterPrint(
        Letter letter,
        Paper paper,
        byte[] logo,
        List<Addressee> addressees,
        List<Attached> attached) {

    private static final int PIXELS_OF_A_MODULE = 8;

    /**
     * To whom one letter goes.
     *
     * @param address where the code and the link lead
     */
    public record Addressee(String name, boolean isInPerson, String address) {

        static Addressee of(Invitation invitation, String site) {
            return new Addressee(
                    LetterPrint.name(invitation), invitation.inPerson(), site + invitation.url());
        }
    }

    /** A row of the list of the invited. */
    public record Attached(String name, String office, long seats, boolean isInPerson) {

        static Attached of(Invitation invitation) {
            return new Attached(
                    LetterPrint.name(invitation),
                    invitation.unit().name(),
                    invitation.seats(),
                    invitation.inPerson());
        }
    }

    /** "Sekretaris", "Camat Baros"; one writes to the head of an office, not to the office. */
    static String name(Invitation invitation) {
        if (invitation.position() != null) {
            return invitation.position();
        }
        Unit unit = invitation.unit();
        return unit.headTitle() == null ? "Pimpinan " + unit.name() : unit.headTitle();
    }

    public boolean hasLogo() {
        return logo.length > 0;
    }

    /** Lampiran: what was typed, or what there is. */
    public String attachment() {
        String typed = letter.text().attachment();
        return typed != null ? typed : attached.isEmpty() ? "-" : "1 (satu) berkas";
    }

    public long seats() {
        return attached.stream().mapToLong(Attached::seats).sum();
    }

    /** The whole sheet, whose images are the logo and the code of each addressee by its place. */
    PrintSheet sheet() {
        return new PrintSheet("letter/print", Map.of("view", this), this::image);
    }

    private byte[] image(String name) {
        return name.equals("logo")
                ? logo
                : QrDrawing.of(addressees.get(Integer.parseInt(name)).address())
                        .png(PIXELS_OF_A_MODULE);
    }
}
