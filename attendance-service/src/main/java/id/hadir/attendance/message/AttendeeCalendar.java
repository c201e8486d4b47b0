package id.hadir.attendance.message;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventView;
import id.hadir.attendance.person.Email;
import id.hadir.attendance.registration.Attendee;
import id.hadir.kit.calendar.CalendarEntry;
import id.hadir.kit.calendar.CalendarFile;
import id.hadir.kit.calendar.CalendarMessage;
import id.hadir.kit.calendar.Party;
import id.hadir.kit.message.MailSettings;
import id.hadir.kit.page.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The event for the calendar of who has registered, the same entry as events-service tells. */
@Component
class AttendeeCalendar {

    private final Words words;
    private final String site;
    private final MailSettings mail;
    private final Clock clock;

    AttendeeCalendar(
            MessageSource texts,
            @Value("${hadir.public-url}") String site,
            MailSettings mail,
            Clock clock) {
        this.words = new Words(texts, Locale.of("id"));
        this.site = site;
        this.mail = mail;
        this.clock = clock;
    }

    /** Null for who has given no address, and for an event of which no day is known. */
    @Nullable CalendarMessage of(HeldTicket ticket) {
        Attendee attendee = ticket.registration().attendee();
        Email to = attendee.email();
        CalendarEntry entry = entry(ticket);
        return to == null || !entry.hasDay()
                ? null
                : CalendarFile.message(
                        entry, new Party(attendee.name().printed(), to.address()), clock.instant());
    }

    private CalendarEntry entry(HeldTicket ticket) {
        Event event = ticket.event();
        Instant now = clock.instant();
        return new CalendarEntry(
                event.id(),
                ticket.sequence(),
                event.status() == Event.Status.CANCELLED
                        ? CalendarEntry.Status.CANCELLED
                        : CalendarEntry.Status.CONFIRMED,
                now,
                null,
                event.startsAt() == null ? event.date() : null,
                event.startsAt(),
                event.endsAt(),
                event.title(),
                view(event).where(words),
                view(event).agency(),
                new Party(view(event).agency(), mail.from()),
                site + "/kegiatan/" + event.slug());
    }

    private EventView view(Event event) {
        return EventView.of(event, clock.instant());
    }
}
