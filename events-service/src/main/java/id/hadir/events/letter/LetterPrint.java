package id.hadir.events.letter;

import id.hadir.events.invitation.Invitation;
import id.hadir.events.unit.Unit;
import id.hadir.kit.pdf.Paper;
import id.hadir.kit.pdf.PrintSheet;
import id.hadir.kit.qr.QrDrawing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A letter as the template prints it: once for each of its addressees, then the list of the
 * invited.
 *
 * @param site address of the site, without a stroke at its end
 * @param logo no bytes where there is none
 * @param attached the invited, or how many of a kind and region where they are too many to name
 */
public record LetterPrint(
        Letter letter,
        Paper paper,
        String site,
        byte[] logo,
        List<Addressee> addressees,
        List<Attached> attached) {

    private static final int PIXELS_OF_A_MODULE = 4;

    /** Six hundred on one sheet would take 80 MB of memory at once. */
    private static final int ON_A_SHEET = 20;

    /**
     * To whom one letter goes.
     *
     * @param office below the name where that does not say it already: "Bupati" is one of 415; null
     *     in a letter for all
     * @param answerBy until when an answer is asked for; null where no deadline is set
     * @param address where the drawn code and the link lead
     * @param code to be typed in where nothing can be scanned; null in a letter for all
     */
    public record Addressee(
            String name,
            @Nullable String office,
            boolean isInPerson,
            @Nullable Instant answerBy,
            String address,
            @Nullable String code) {

        static Addressee of(Invitation invitation, String site) {
            String name = LetterPrint.name(invitation);
            String office = invitation.unit().name();
            String ownName = office.substring(office.lastIndexOf(' ') + 1);
            return new Addressee(
                    name,
                    name.endsWith(ownName) ? null : office,
                    invitation.inPerson(),
                    invitation.answerBy(),
                    site + invitation.url(),
                    invitation.code());
        }
    }

    /**
     * A row of the list of the invited.
     *
     * @param answerBy the deadline of all that the row counts; null where they have none in common
     */
    public record Attached(
            String name,
            String office,
            long seats,
            boolean isInPerson,
            @Nullable Instant answerBy) {

        static Attached of(Invitation invitation) {
            return new Attached(
                    LetterPrint.name(invitation),
                    invitation.unit().name(),
                    invitation.seats(),
                    invitation.inPerson(),
                    invitation.answerBy());
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

    /** All letters, some on each sheet. */
    List<PrintSheet> sheets() {
        return IntStream.iterate(0, from -> from < addressees.size(), from -> from + ON_A_SHEET)
                .mapToObj(from -> part(from, Math.min(from + ON_A_SHEET, addressees.size())))
                .map(LetterPrint::sheet)
                .toList();
    }

    private LetterPrint part(int from, int to) {
        return new LetterPrint(letter, paper, site, logo, addressees.subList(from, to), attached);
    }

    /** All on one sheet, whose images are the logo and the code of each addressee by its place. */
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
