package id.hadir.events.calendar;

import id.hadir.events.event.Event;
import id.hadir.events.event.EventContent;
import id.hadir.events.event.EventStatus;
import id.hadir.events.event.Schedule;
import id.hadir.events.event.Venue;
import id.hadir.kit.calendar.CalendarEntry;
import id.hadir.kit.calendar.CalendarFile;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Events as calendars have them. */
public final class EventCalendar {

    private EventCalendar() {}

    /**
     * Events of which no day is known are left out.
     *
     * @param site the address under which people find the events' pages
     */
    static String of(String site, String name, List<Event> events) {
        return CalendarFile.published(
                name, events.stream().map(event -> entry(site, event)).toList());
    }

    public static CalendarEntry entry(String site, Event event) {
        EventContent content = event.content();
        Schedule schedule = content.schedule();
        return new CalendarEntry(
                event.id(),
                event.scheduleVersion(),
                status(event.status()),
                event.updatedAt(),
                event.createdAt(),
                schedule.date(),
                schedule.startsAt(),
                schedule.endsAt(),
                content.title(),
                place(content),
                joined(
                        "\n",
                        event.cancelReason(),
                        content.theme(),
                        event.agency().name(),
                        content.note(),
                        content.onlineUrl()),
                site + "/kegiatan/" + event.slug());
    }

    private static @Nullable String place(EventContent content) {
        Venue venue = content.venue();
        return venue == null ? content.onlineUrl() : joined(", ", venue.name(), venue.address());
    }

    private static CalendarEntry.Status status(EventStatus status) {
        return switch (status) {
            case DRAFT -> CalendarEntry.Status.TENTATIVE;
            case PUBLISHED, COMPLETED -> CalendarEntry.Status.CONFIRMED;
            case CANCELLED -> CalendarEntry.Status.CANCELLED;
        };
    }

    private static String joined(String between, @Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(between));
    }
}
