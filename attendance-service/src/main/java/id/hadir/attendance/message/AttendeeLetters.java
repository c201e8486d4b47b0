package id.hadir.attendance.message;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventQueries;
import id.hadir.kit.message.Claimed;
import id.hadir.kit.message.Letter;
import id.hadir.kit.message.MessageWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What people who have registered are written, as things are when the letter goes out; who has no
 * ticket any more is not.
 */
@Component
class AttendeeLetters implements MessageWriter {

    private final RecipientQueries recipients;
    private final EventQueries events;
    private final ReminderStopStore stops;
    private final PeaceToken tokens;
    private final TicketTexts tickets;
    private final NoticeTexts notices;
    private final Clock clock;

    AttendeeLetters(
            RecipientQueries recipients,
            EventQueries events,
            ReminderStopStore stops,
            PeaceToken tokens,
            TicketTexts tickets,
            NoticeTexts notices,
            Clock clock) {
        this.recipients = recipients;
        this.events = events;
        this.stops = stops;
        this.tokens = tokens;
        this.tickets = tickets;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public Mono<Letter> write(Claimed message) {
        return recipients
                .ticket(message.eventId(), message.subjectId())
                .flatMap(
                        ticket ->
                                Notice.ofKind(message.kind())
                                        .map(notice -> notice(message, notice, ticket))
                                        .orElseGet(
                                                () ->
                                                        Mono.justOrEmpty(
                                                                tickets.letter(
                                                                        message.messageId(),
                                                                        ticket))));
    }

    private Mono<Letter> notice(Claimed message, Notice notice, HeldTicket ticket) {
        Event event = ticket.event();
        Instant now = clock.instant();
        return switch (notice) {
            case CHANGED ->
                    event.status() == Event.Status.PUBLISHED && !event.hasEnded(now)
                            ? moved(message, ticket)
                            : Mono.empty();
            case CANCELLED ->
                    event.status() == Event.Status.CANCELLED
                            ? Mono.justOrEmpty(notices.cancelled(message, ticket))
                            : Mono.empty();
            case REMINDER_DAYS, REMINDER_HOURS ->
                    isStillOne(message, event, now) ? reminder(message, ticket) : Mono.empty();
        };
    }

    /** The later of two moves in quick succession tells how things are. */
    private Mono<Letter> moved(Claimed message, HeldTicket ticket) {
        return recipients
                .isOvertaken(message)
                .filter(isOvertaken -> !isOvertaken)
                .flatMap(
                        _ ->
                                events.earlier(ticket.event().id())
                                        .map(Optional::of)
                                        .defaultIfEmpty(Optional.empty()))
                .mapNotNull(before -> notices.moved(message, ticket, before.orElse(null)));
    }

    /** Of that start, before it, and not at night, when a mail server has been away. */
    private static boolean isStillOne(Claimed message, Event event, Instant now) {
        Instant start =
                event.startsAt() == null && event.date() == null ? null : Reminders.start(event);
        return event.status() == Event.Status.PUBLISHED
                && start != null
                && message.occasion() != null
                && message.occasion() == start.getEpochSecond()
                && now.isBefore(start)
                && !Reminder.isNight(now, event.timeZone());
    }

    private Mono<Letter> reminder(Claimed message, HeldTicket ticket) {
        Recipient who = new Recipient(message.eventId(), message.subjectId());
        return stops.isStopped(who)
                .filter(isStopped -> !isStopped)
                .flatMap(_ -> tokens.of(who))
                .mapNotNull(token -> notices.reminder(message, ticket, token));
    }
}
