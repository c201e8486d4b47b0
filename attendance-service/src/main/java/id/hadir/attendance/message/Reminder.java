package id.hadir.attendance.message;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.UUID;

/**
 * One reminder of an event.
 *
 * @param due never at night where the event is
 * @param start that it reminds of
 */
record Reminder(UUID eventId, Notice notice, Instant due, Instant start) {

    private static final LocalTime NIGHT_BEGINS = LocalTime.of(21, 0);
    private static final LocalTime NIGHT_ENDS = LocalTime.of(6, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 0);

    /** A reminder that comes later than this before the start is of no use. */
    private static final Duration LAST_MINUTE = Duration.ofMinutes(30);

    /** What would fall into the night waits for the morning, or comes the evening before. */
    static Reminder of(UUID eventId, Notice notice, Instant start, ZoneId zone, Duration before) {
        ZonedDateTime at = start.minus(before).atZone(zone);
        if (!isNight(at.toInstant(), zone)) {
            return new Reminder(eventId, notice, at.toInstant(), start);
        }
        boolean isBeforeMidnight = !at.toLocalTime().isBefore(NIGHT_BEGINS);
        ZonedDateTime evening = at.minusDays(isBeforeMidnight ? 0 : 1).with(EVENING);
        ZonedDateTime morning = at.plusDays(isBeforeMidnight ? 1 : 0).with(NIGHT_ENDS);
        boolean morningIsEarlyEnough =
                !morning.toInstant().plus(Duration.ofHours(1)).isAfter(start);
        Instant due = (morningIsEarlyEnough ? morning : evening).toInstant();
        return new Reminder(eventId, notice, due, start);
    }

    static boolean isNight(Instant time, ZoneId zone) {
        LocalTime local = time.atZone(zone).toLocalTime();
        return !local.isBefore(NIGHT_BEGINS) || local.isBefore(NIGHT_ENDS);
    }

    /** Nobody is reminded twice of the same start, and of another one anew. */
    long occasion() {
        return start.getEpochSecond();
    }

    /** One that a service slept through is made up for, as long as it is still one. */
    boolean isDue(Instant now) {
        Instant until =
                notice == Notice.REMINDER_DAYS
                        ? due.plus(Duration.ofHours(12))
                        : start.minus(LAST_MINUTE);
        return !now.isBefore(due) && now.isBefore(until);
    }
}
