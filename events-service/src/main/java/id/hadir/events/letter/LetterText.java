package id.hadir.events.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser writes of a letter; null is left to the proposal.
 *
 * @param number as printed: counted, or given by the official letter system (SRIKANDI)
 * @param classification sifat
 * @param attachment lampiran
 * @param subject hal
 * @param dress pakaian
 * @param copies tembusan; null takes the letterhead's
 */
public record LetterText(
        @Nullable String number,
        @Nullable LocalDate date,
        @Nullable String classification,
        @Nullable String attachment,
        @Nullable String subject,
        @Nullable String opening,
        @Nullable String closing,
        @Nullable String dress,
        @Nullable String contact,
        @Nullable List<String> copies) {

    static final LetterText BLANK =
            new LetterText(null, null, null, null, null, null, null, null, null, null);

    /**
     * With the number, and its date, of the text that this one replaces, where this has none; a
     * number that comes without a date is of today.
     */
    LetterText keeping(LetterText before, LocalDate today) {
        String kept = number == null ? before.number : number;
        if (kept == null) {
            return this;
        }
        LocalDate given = kept.equals(before.number) && before.date != null ? before.date : today;
        return numbered(kept, date == null ? given : date);
    }

    LetterText numbered(String newNumber, LocalDate newDate) {
        return new LetterText(
                newNumber,
                newDate,
                classification,
                attachment,
                subject,
                opening,
                closing,
                dress,
                contact,
                copies);
    }

    /**
     * Without what is as proposed, so that it follows the event; the date belongs to the number.
     */
    LetterText without(LetterText proposal) {
        return new LetterText(
                number,
                number == null ? unlike(date, proposal.date) : date,
                unlike(classification, proposal.classification),
                unlike(attachment, proposal.attachment),
                unlike(subject, proposal.subject),
                unlike(opening, proposal.opening),
                unlike(closing, proposal.closing),
                unlike(dress, proposal.dress),
                unlike(contact, proposal.contact),
                unlike(copies, proposal.copies));
    }

    private static <T> @Nullable T unlike(@Nullable T typed, @Nullable T proposed) {
        return Objects.equals(typed, proposed) ? null : typed;
    }

    /** With the other's values where this has none. */
    LetterText or(LetterText other) {
        return new LetterText(
                number == null ? other.number : number,
                date == null ? other.date : date,
                classification == null ? other.classification : classification,
                attachment == null ? other.attachment : attachment,
                subject == null ? other.subject : subject,
                opening == null ? other.opening : opening,
                closing == null ? other.closing : closing,
                dress == null ? other.dress : dress,
                contact == null ? other.contact : contact,
                copies == null ? other.copies : copies);
    }
}
