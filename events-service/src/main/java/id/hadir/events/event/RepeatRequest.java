package id.hadir.events.event;

import id.hadir.events.body.Body;
import id.hadir.kit.problem.FieldErrors;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an event is to take place once more, as an organiser sends it: another start, or another day
 * at the same time of day. What is not given stays as long as it was, or open without a day.
 */
public record RepeatRequest(
        @Nullable String date, @Nullable String startsAt, @Nullable String endsAt) {

    public static RepeatRequest read(Body body) {
        return new RepeatRequest(body.text("date"), body.text("startsAt"), body.text("endsAt"));
    }

    /**
     * @return null when a field was wrong and an error was added
     */
    public @Nullable Schedule schedule(Schedule once, FieldErrors errors) {
        Schedule given = ScheduleCheck.schedule(date, startsAt, endsAt, once.timeZone(), errors);
        if (given == null || given.date() == null && given.startsAt() == null) {
            return given;
        }
        if (given.date() != null) {
            return once.on(given.date());
        }
        Duration length = once.length();
        Instant start = given.startsAt();
        return given.endsAt() != null || length == null || start == null
                ? given
                : new Schedule(null, start, start.plus(length), given.timeZone());
    }
}
