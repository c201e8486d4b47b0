package id.hadir.attendance.message;

import id.hadir.attendance.eventcopy.EarlierSchedule;
import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventView;
import id.hadir.attendance.person.Email;
import id.hadir.kit.message.Letter;
import id.hadir.kit.page.Words;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What those who have registered are written without asking, in Indonesian. */
@Component
class NoticeTexts {

    private final Words words;
    private final String site;
    private final Clock clock;

    NoticeTexts(MessageSource texts, @Value("${hadir.public-url}") String site, Clock clock) {
        this.words = new Words(texts, Locale.of("id"));
        this.site = site;
        this.clock = clock;
    }

    /** Null for who has given no address, as all of these. */
    @Nullable Letter moved(UUID id, HeldTicket ticket, @Nullable EarlierSchedule before) {
        EventView event = view(ticket.event());
        String earlier =
                before == null
                        ? words.get("letter.changed.unknown")
                        : inOneLine(view(before.of(ticket.event())));
        return letter(id, "changed", ticket, null, earlier, inOneLine(event));
    }

    @Nullable Letter cancelled(UUID id, HeldTicket ticket) {
        Event event = ticket.event();
        return letter(
                id,
                "cancelled",
                ticket,
                null,
                inOneLine(view(event)),
                Objects.requireNonNullElse(event.cancelReason(), "–"));
    }

    /**
     * @param token of the link that ends them
     */
    @Nullable Letter reminder(UUID id, HeldTicket ticket, String token) {
        URI stop = URI.create(site + "/tiket/pengingat/" + token);
        EventView event = view(ticket.event());
        return letter(id, "reminder", ticket, stop, event.when(words), event.where(words), stop);
    }

    /** Each text begins with the name, the title and the link of the ticket. */
    private @Nullable Letter letter(
            UUID id, String kind, HeldTicket ticket, @Nullable URI unsubscribe, Object... more) {
        Email to = ticket.registration().attendee().email();
        String title = ticket.event().title();
        Object[] values = new Object[more.length + 4];
        values[0] = ticket.registration().attendee().name().printed();
        values[1] = title;
        values[2] = site + "/tiket/" + ticket.registration().code().bare();
        values[3] = view(ticket.event()).agency();
        System.arraycopy(more, 0, values, 4, more.length);
        return to == null
                ? null
                : new Letter(
                        id,
                        to.address(),
                        words.get("letter." + kind + ".subject", title),
                        words.get("letter." + kind + ".text", values),
                        unsubscribe);
    }

    private EventView view(Event event) {
        return EventView.of(event, clock.instant());
    }

    private String inOneLine(EventView event) {
        return event.when(words) + "; " + event.where(words);
    }
}
