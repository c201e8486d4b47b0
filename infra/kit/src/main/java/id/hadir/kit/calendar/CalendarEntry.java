package id.hadir.kit.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as a calendar has it. Its UID follows from its id and stays, SEQUENCE grows with every
 * change of time or place, and a cancelled event is told as such, so that it goes from a
 * subscriber's calendar too.
 *
 * @param modified when it was last changed
 * @param created null where that is not known
 * @param day given only while the time of day is not known
 * @param endsAt null is "s.d. selesai": only a beginning is told
 * @param place null where there is none
 * @param organiser the same in a file and in a mail, so that a calendar knows them as one entry's
 * @param url of its page
 */
public record CalendarEntry(
        UUID id,
        int sequence,
        Status status,
        Instant modified,
        @Nullable Instant created,
        @Nullable LocalDate day,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        String title,
        @Nullable String place,
        String description,
        Party organiser,
        String url) {

    public enum Status {
        TENTATIVE,
        CONFIRMED,
        CANCELLED
    }

    /** A calendar has no place for what has no day. */
    public boolean hasDay() {
        return startsAt != null || day != null;
    }
}
