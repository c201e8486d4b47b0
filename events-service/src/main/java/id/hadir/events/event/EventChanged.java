package id.hadir.events.event;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the other services are told of an event. The feed's own fields, whatever the contract's view
 * becomes.
 *
 * @param status a draft that was cancelled stays one: it was never announced, so there is nothing
 *     to call off
 * @param sequence of its calendar entry: grows with every change of time or place
 * @param endedAt from when on it is over; null while no day is known
 */
record EventChanged(
        UUID id,
        String slug,
        long version,
        int sequence,
        EventStatus status,
        EventType type,
        String title,
        @Nullable String theme,
        @Nullable String note,
        AgencyName agency,
        List<String> coOrganisers,
        @Nullable Venue venue,
        @Nullable String onlineUrl,
        @Nullable String date,
        @Nullable String startsAt,
        @Nullable String endsAt,
        String timeZone,
        @Nullable String endedAt,
        @Nullable Integer capacity,
        Registration registration,
        @Nullable String cancelReason) {

    static final String TYPE = "event.changed";

    record AgencyName(UUID id, String name) {}

    record Registration(
            RegistrationMode mode,
            @Nullable String opensAt,
            @Nullable String closesAt,
            boolean waitlist) {}

    static EventChanged of(Event event) {
        EventContent content = event.content();
        Schedule schedule = content.schedule();
        ZoneId zone = schedule.timeZone();
        RegistrationRules rules = content.registration();
        return new EventChanged(
                event.id(),
                event.slug(),
                event.version(),
                event.scheduleVersion(),
                event.announced() ? event.status() : EventStatus.DRAFT,
                content.type(),
                content.title(),
                content.theme(),
                content.note(),
                new AgencyName(event.agency().id(), event.agency().name()),
                content.coOrganisers(),
                content.venue(),
                content.onlineUrl(),
                schedule.day() == null ? null : String.valueOf(schedule.day()),
                Times.textOrNull(schedule.startsAt(), zone),
                Times.textOrNull(schedule.endsAt(), zone),
                zone.getId(),
                schedule.ends() == null ? null : String.valueOf(schedule.ends()),
                content.capacity(),
                new Registration(
                        rules.mode(),
                        Times.textOrNull(rules.opensAt(), zone),
                        Times.textOrNull(rules.closesAt(), zone),
                        rules.waitlist()),
                event.cancelReason());
    }
}
