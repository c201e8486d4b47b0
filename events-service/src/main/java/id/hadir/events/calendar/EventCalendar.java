package id.hadir.events.calendar;

import id.hadir.events.event.Event;
import id.hadir.events.event.EventContent;
import id.hadir.events.event.EventStatus;
import id.hadir.events.event.Schedule;
import id.hadir.events.event.Venue;
import id.hadir.kit.calendar.CalendarEntry;
import id.hadir.kit.calendar.CalendarFile;
import id.hadir.kit.calendar.Party;
import id.hadir.kit.message.MailSettings;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Events as calendars have them. Their organiser is named by the agency and reached by Hadir's own
 * address: RFC 5546 asks for one, and no file that everybody may load names a person.
 */
@Component
public class EventCalendar {

    private final String site;
    private final MailSettings mail;

    EventCalendar(@Value("${hadir.public-url}") String site, MailSettings mail) {
        this.site = site;
        this.mail = mail;
    }

    String file(Event event) {
        return CalendarFile.published(event.content().title(), List.of(entry(event)));
    }

    /** Events of which no day is known are left out. */
    String feed(String name, List<Event> events) {
        return CalendarFile.feed(name, events.stream().map(this::entry).toList());
    }

    public CalendarEntry entry(Event event) {
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
                new Party(event.agency().name(), mail.from()),
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
