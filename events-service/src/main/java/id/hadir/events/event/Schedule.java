package id.hadir.events.event;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
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

    /** As long, at the same time of day, on another day. */
    public Schedule on(LocalDate otherDay) {
        LocalDate from = day();
        return startsAt == null || from == null
                ? new Schedule(otherDay, null, null, timeZone)
                : shifted(Duration.ofDays(ChronoUnit.DAYS.between(from, otherDay)));
    }

    Schedule shifted(Duration by) {
        return new Schedule(
                date == null ? null : date.plusDays(by.toDays()),
                Times.shifted(startsAt, by),
                Times.shifted(endsAt, by),
                timeZone);
    }

    /** How far the other is from this one; null while one of them has no day. */
    @Nullable Duration until(Schedule other) {
        if (startsAt != null && other.startsAt != null) {
            return Duration.between(startsAt, other.startsAt);
        }
        LocalDate from = day();
        LocalDate to = other.day();
        return from == null || to == null
                ? null
                : Duration.ofDays(ChronoUnit.DAYS.between(from, to));
    }

    /** Null while start or end are not known. */
    @Nullable Duration length() {
        return startsAt == null || endsAt == null ? null : Duration.between(startsAt, endsAt);
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
