package id.hadir.events.event;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as an item of a list. */
public record EventSummary(
        UUID id,
        String slug,
        EventStatus status,
        long version,
        EventType type,
        String title,
        @Nullable String theme,
        EventView.AgencyView agency,
        @Nullable Venue venue,
        @Nullable String onlineUrl,
        @Nullable String date,
        @Nullable String startsAt,
        @Nullable String endsAt,
        String timeZone,
        @Nullable Integer capacity,
        EventView.LinksView links) {

    public static EventSummary of(Event event, Instant now) {
        EventContent content = event.content();
        Schedule schedule = content.schedule();
        ZoneId zone = schedule.timeZone();
        return new EventSummary(
                event.id(),
                event.slug(),
                event.statusAt(now),
                event.version(),
                content.type(),
                content.title(),
                content.theme(),
                new EventView.AgencyView(event.agency().id(), event.agency().name()),
                content.venue(),
                content.onlineUrl(),
                schedule.day() == null ? null : String.valueOf(schedule.day()),
                Times.textOrNull(schedule.startsAt(), zone),
                Times.textOrNull(schedule.endsAt(), zone),
                zone.getId(),
                content.capacity(),
                EventView.LinksView.of(event));
    }
}
