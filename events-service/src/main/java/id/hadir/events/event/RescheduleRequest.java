package id.hadir.events.event;

import id.hadir.events.body.Body;
import id.hadir.kit.problem.FieldErrors;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A move as an organiser sends it; without a venue the event stays where it is. */
public record RescheduleRequest(
        @Nullable String date,
        @Nullable String weekday,
        @Nullable String startsAt,
        @Nullable String endsAt,
        @Nullable String timeZone,
        EventRequest.@Nullable VenueRequest venue,
        @Nullable String reason) {

    record Move(Schedule schedule, @Nullable Venue venue, String reason) {}

    public static RescheduleRequest read(Body body) {
        return new RescheduleRequest(
                body.text("date"),
                body.text("weekday"),
                body.text("startsAt"),
                body.text("endsAt"),
                body.text("timeZone"),
                EventRequest.VenueRequest.read(body.object("venue")),
                body.text("reason"));
    }

    /**
     * @throws id.hadir.kit.problem.Problem 422 with every wrong field
     */
    Move check(EventContent content, boolean regionIsUnknown, FieldErrors errors) {
        String checkedReason = errors.requiredText("reason", reason, 1000);
        Venue given = EventCheck.venue(venue, errors);
        if (regionIsUnknown) {
            errors.add("venue.regionCode", "invalid-region-code");
        }
        Schedule schedule = schedule(content, given, errors);
        Weekday.check(weekday, schedule == null ? null : schedule.day(), errors);
        if (errors.isEmpty() && schedule != null && schedule.begins() == null) {
            errors.add("startsAt", "required");
        }
        errors.throwIfAny();
        if (schedule == null) {
            throw new IllegalStateException("an error that nobody told");
        }
        return new Move(schedule, given == null ? content.venue() : given, checkedReason);
    }

    /**
     * What the event would clash with once it is moved.
     *
     * @return null while its new time cannot be read; an error was added
     */
    public @Nullable ClashProbe probe(Event event, FieldErrors errors) {
        Venue given = EventCheck.venue(venue, errors);
        Schedule schedule = schedule(event.content(), given, errors);
        ClashProbe now = ClashProbe.of(event);
        return schedule == null
                ? null
                : new ClashProbe(
                        now.self(), schedule, given == null ? now.venue() : given, now.speakers());
    }

    private @Nullable Schedule schedule(
            EventContent content, @Nullable Venue given, FieldErrors errors) {
        return ScheduleCheck.schedule(
                date, startsAt, endsAt, zone(content.schedule(), given, errors), errors);
    }

    /** A venue elsewhere brings the zone of its region. */
    private ZoneId zone(Schedule current, @Nullable Venue given, FieldErrors errors) {
        String region = given == null ? null : given.regionCode();
        ZoneId proposal = region == null ? current.timeZone() : TimeZones.of(region);
        return ScheduleCheck.zone(timeZone, proposal, errors);
    }
}
