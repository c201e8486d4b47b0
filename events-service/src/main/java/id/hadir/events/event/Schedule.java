package id.hadir.events.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When an event takes place.
 *
 * @param date the day, given only while the time of day is not known
 * @param endsAt null is "s.d. selesai": until the end of the day
 */
public record Schedule(
        @Nullable LocalDate date,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        ZoneId timeZone) {

    public Schedule {
        if (date != null && startsAt != null) {
            throw new IllegalArgumentException("the date follows from the start");
        }
    }

    /** The local day of the event, null when neither date nor time is known. */
    public @Nullable LocalDate day() {
        return startsAt == null ? date : startsAt.atZone(timeZone).toLocalDate();
    }

    /** The first instant of it, null when no day is known. */
    public @Nullable Instant begins() {
        return startsAt != null ? startsAt : startOf(date, 0);
    }

    /** The instant from which on it is over, null when no day is known. */
    public @Nullable Instant ends() {
        return endsAt != null ? endsAt : startOf(day(), 1);
    }

    private @Nullable Instant startOf(@Nullable LocalDate day, int daysLater) {
        return day == null ? null : day.plusDays(daysLater).atStartOfDay(timeZone).toInstant();
    }
}
