package id.hadir.events.letter;

import id.hadir.events.browse.ShownEvent;
import id.hadir.events.event.ScheduleChange;
import id.hadir.kit.page.Words;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The words of a letter as the event suggests them, in the manner of such letters. */
final class LetterProposal {

    private static final int LONG_SUBJECT = 120;

    private LetterProposal() {}

    /**
     * @param earlier the letter that this one follows, or null
     */
    static LetterText of(
            ShownEvent shown,
            Letterhead head,
            @Nullable LetterText earlier,
            LocalDate today,
            Words words) {
        LetterKind kind = LetterKind.of(shown.event());
        return new LetterText(
                null,
                today,
                kind == LetterKind.INVITATION ? "Penting" : "Segera",
                null,
                subject(kind, shown.content().title()),
                opening(kind, shown, earlier, words),
                closing(kind, shown),
                earlier == null ? null : earlier.dress(),
                earlier == null || earlier.contact() == null ? head.contact() : earlier.contact(),
                head.copies());
    }

    private static String subject(LetterKind kind, String title) {
        String of = title.length() > LONG_SUBJECT ? "Undangan" : "Undangan " + title;
        return switch (kind) {
            case INVITATION -> of;
            case CHANGE -> "PERUBAHAN (Ralat) " + of;
            case CANCELLATION -> "PEMBATALAN " + of;
        };
    }

    private static String opening(
            LetterKind kind, ShownEvent shown, @Nullable LetterText earlier, Words words) {
        String title = shown.content().title();
        return switch (kind) {
            case INVITATION ->
                    "Dengan hormat, dalam rangka pelaksanaan "
                            + title
                            + ", kami mengharapkan kehadiran Saudara pada:";
            case CHANGE ->
                    following(earlier, words)
                            + "bersama ini kami sampaikan bahwa "
                            + title
                            + " yang semula dijadwalkan pada "
                            + before(shown, words)
                            + " mengalami perubahan"
                            + because(shown)
                            + " menjadi:";
            case CANCELLATION ->
                    following(earlier, words)
                            + "bersama ini kami sampaikan bahwa "
                            + title
                            + " dibatalkan"
                            + because(shown)
                            + ". Kegiatan tersebut sedianya dilaksanakan pada:";
        };
    }

    private static String following(@Nullable LetterText earlier, Words words) {
        if (earlier == null || earlier.number() == null || earlier.date() == null) {
            return "Dengan hormat, ";
        }
        return "Menindaklanjuti surat kami Nomor %s tanggal %s, "
                .formatted(earlier.number(), words.longDate(earlier.date()));
    }

    /** When and where it would have been before the last change. */
    private static String before(ShownEvent shown, Words words) {
        ScheduleChange change = shown.event().history().getLast();
        String when = shown.whenBefore(change, words);
        return shown.hasNewPlace(change)
                ? when + ", bertempat di " + shown.placeBefore(change, words)
                : when;
    }

    private static String because(ShownEvent shown) {
        String reason =
                shown.isCancelled()
                        ? shown.event().cancelReason()
                        : shown.event().history().getLast().reason();
        if (reason == null) {
            return "";
        }
        String bare = reason.replaceAll("[.\\s]+$", "");
        return " karena " + Character.toLowerCase(bare.charAt(0)) + bare.substring(1);
    }

    private static String closing(LetterKind kind, ShownEvent shown) {
        return switch (kind) {
            case INVITATION ->
                    shown.content().agenda().isEmpty()
                            ? "Demikian, atas perhatian dan kehadiran Saudara diucapkan terima"
                                    + " kasih."
                            : "Mengingat pentingnya acara tersebut, Saudara diharapkan hadir tepat"
                                    + " waktu. Demikian, atas perhatian dan kehadiran Saudara"
                                    + " diucapkan terima kasih.";
            case CHANGE ->
                    "Pendaftaran yang sudah dilakukan tetap berlaku. Demikian, atas perhatian dan"
                            + " kerja sama Saudara diucapkan terima kasih.";
            case CANCELLATION ->
                    "Dengan demikian undangan kami dinyatakan tidak berlaku. Demikian untuk menjadi"
                            + " maklum, atas perhatian Saudara diucapkan terima kasih.";
        };
    }
}
