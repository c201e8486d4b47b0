package id.hadir.attendance.message;

import id.hadir.attendance.eventcopy.EarlierSchedule;
import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventView;
import id.hadir.attendance.person.Email;
import id.hadir.attendance.person.Phone;
import id.hadir.attendance.registration.Attendee;
import id.hadir.kit.message.About;
import id.hadir.kit.message.Claimed;
import id.hadir.kit.message.Letter;
import id.hadir.kit.page.Words;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What those who have registered are written without asking, in Indonesian. */
@Component
class NoticeTexts {

    private final Words words;
    private final String site;
    private final AttendeeCalendar calendar;
    private final Clock clock;

    NoticeTexts(
            MessageSource texts,
            @Value("${hadir.public-url}") String site,
            AttendeeCalendar calendar,
            Clock clock) {
        this.calendar = calendar;
        this.words = new Words(texts, Locale.of("id"));
        this.site = site;
        this.clock = clock;
    }

    /** Null for who has given no address, as all of these. */
    @Nullable Letter moved(Claimed message, HeldTicket ticket, @Nullable EarlierSchedule before) {
        Event event = ticket.event();
        if (before == null) {
            String unknown = words.get("letter.changed.unknown");
            return letter(message, "changed", ticket, null, unknown, inOneLine(event, true));
        }
        boolean hasNewLink = !Objects.equals(before.onlineUrl(), event.onlineUrl());
        return letter(
                message,
                "changed",
                ticket,
                null,
                inOneLine(before.of(event), hasNewLink),
                inOneLine(event, hasNewLink));
    }

    @Nullable Letter cancelled(Claimed message, HeldTicket ticket) {
        Event event = ticket.event();
        return letter(
                message,
                "cancelled",
                ticket,
                null,
                inOneLine(event, false),
                Objects.requireNonNullElse(event.cancelReason(), "–"));
    }

    /**
     * @param token of the link that ends them
     */
    @Nullable Letter reminder(Claimed message, HeldTicket ticket, String token) {
        URI stop = URI.create(site + "/tiket/pengingat/" + token);
        EventView event = view(ticket.event());
        return letter(
                message, "reminder", ticket, stop, event.when(words), event.where(words), stop);
    }

    /**
     * A reminder alone can be unsubscribed from, and moves nothing in a calendar. Each text begins
     * with the name, the title and the link of the ticket.
     */
    private @Nullable Letter letter(
            Claimed message,
            String kind,
            HeldTicket ticket,
            @Nullable URI unsubscribe,
            Object... more) {
        String to = address(message, ticket.registration().attendee());
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
                        message.messageId(),
                        to,
                        words.get("letter." + kind + ".subject", title),
                        words.get("letter." + kind + ".text", values),
                        unsubscribe,
                        unsubscribe == null && !message.isByPhone() ? calendar.of(ticket) : null,
                        about(message, ticket));
    }

    private static @Nullable String address(Claimed message, Attendee attendee) {
        Email email = attendee.email();
        Phone phone = attendee.phone();
        return message.isByPhone()
                ? phone == null ? null : phone.e164()
                : email == null ? null : email.address();
    }

    private About about(Claimed message, HeldTicket ticket) {
        return new About(
                message.kind(),
                ticket.registration().attendee().name().printed(),
                site + "/tiket/" + ticket.registration().code().bare(),
                ticket.event().id(),
                ticket.event().title(),
                ticket.event().startsAt());
    }

    private EventView view(Event event) {
        return EventView.of(event, clock.instant());
    }

    private String inOneLine(Event event, boolean withLink) {
        String line = view(event).when(words) + "; " + view(event).where(words);
        return withLink && event.onlineUrl() != null ? line + "; " + event.onlineUrl() : line;
    }
}
