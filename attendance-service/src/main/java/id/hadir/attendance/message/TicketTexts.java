package id.hadir.attendance.message;

import id.hadir.attendance.eventcopy.EventView;
import id.hadir.attendance.person.Email;
import id.hadir.attendance.registration.Registration;
import id.hadir.kit.message.Letter;
import id.hadir.kit.page.Words;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is written to the holder of a ticket, in Indonesian: who asked may be somebody else. */
@Component
class TicketTexts {

    private final Words words;
    private final String site;
    private final AttendeeCalendar calendar;
    private final Clock clock;

    TicketTexts(
            MessageSource texts,
            @Value("${hadir.public-url}") String site,
            AttendeeCalendar calendar,
            Clock clock) {
        this.calendar = calendar;
        this.words = new Words(texts, Locale.of("id"));
        this.site = site;
        this.clock = clock;
    }

    /** Null for who has given no address. */
    @Nullable Letter letter(UUID messageId, HeldTicket ticket) {
        Email to = ticket.registration().attendee().email();
        EventView event = EventView.of(ticket.event(), clock.instant());
        return to == null
                ? null
                : new Letter(
                        messageId,
                        to.address(),
                        words.get("letter.ticket.subject", event.title()),
                        words.get(
                                "letter.ticket.text",
                                ticket.registration().attendee().name().printed(),
                                event.title(),
                                event.when(words),
                                event.where(words),
                                ticket.registration().code().shown(),
                                address(ticket.registration()),
                                event.agency()),
                        null,
                        calendar.of(ticket),
                        null);
    }

    /** The same in one line, for WhatsApp. */
    String line(HeldTicket ticket) {
        EventView event = EventView.of(ticket.event(), clock.instant());
        return words.get(
                "letter.ticket.line",
                event.title(),
                event.when(words),
                ticket.registration().code().shown(),
                address(ticket.registration()));
    }

    private String address(Registration registration) {
        return site + "/tiket/" + registration.code().bare();
    }
}
