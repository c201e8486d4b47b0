package id.hadir.attendance.message;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventQueries;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Sends tickets again to whom they are of: always to the address that was given at the
 * registration, never to one that somebody asks with.
 */
@Service
class LostTickets {

    /** Tickets of one registration in a day, whoever asks. */
    static final int A_DAY = 3;

    /** Longer than it takes to find out, so that the time of the answer tells nobody's secret. */
    static final Duration ANSWER_AFTER = Duration.ofMillis(500);

    /** Some offices register their people with one address. */
    private static final int OF_ONE_CONTACT = 50;

    private final TicketQueueStore outbox;
    private final RecipientQueries recipients;
    private final EventQueries events;
    private final TicketTexts texts;
    private final Audit audit;
    private final Clock clock;
    private final TransactionalOperator transaction;

    LostTickets(
            TicketQueueStore outbox,
            RecipientQueries recipients,
            EventQueries events,
            TicketTexts texts,
            Audit audit,
            Clock clock,
            TransactionalOperator transaction) {
        this.outbox = outbox;
        this.recipients = recipients;
        this.events = events;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Says nothing about whether anybody has registered so. */
    Mono<Void> ask(@Nullable UUID eventId, Contact contact) {
        Mono<Long> queued =
                recipients
                        .lock(eventId, contact, clock.instant(), OF_ONE_CONTACT)
                        .flatMap(this::queue)
                        .as(transaction::transactional);
        return Mono.when(queued, Mono.delay(ANSWER_AFTER));
    }

    /**
     * What the organiser does for one participant; fails with {@code no-email} where there is no
     * ticket or no address to send it to, and with {@code resend-limit}.
     */
    Mono<Void> again(Actor actor, UUID eventId, UUID registrationId) {
        return organised(actor, eventId)
                .then(Mono.defer(() -> recipients.lock(eventId, registrationId)))
                .filter(found -> !found.isEmpty())
                .switchIfEmpty(Mono.error(() -> Problem.conflict("no-email")))
                .flatMap(this::queue)
                .filter(queued -> queued > 0)
                .switchIfEmpty(Mono.error(() -> Problem.conflict("resend-limit")))
                .then(Mono.defer(() -> tell("ticket.resent", eventId, registrationId)))
                .as(transaction::transactional);
    }

    /** The number and the words to write to one participant by WhatsApp; empty without a number. */
    Mono<ByHand> byHand(Actor actor, UUID eventId, UUID registrationId) {
        return organised(actor, eventId)
                .then(Mono.defer(() -> recipients.ticket(eventId, registrationId)))
                .filter(ticket -> ticket.registration().attendee().phone() != null)
                .map(ticket -> ByHand.of(ticket, texts.line(ticket)))
                .flatMap(by -> tell("ticket.handed-over", eventId, registrationId).thenReturn(by));
    }

    /** Fails with 404, or with 403 for who does not organise it. */
    Mono<Event> organised(Actor actor, UUID eventId) {
        return events.find(eventId)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .filter(event -> actor.mayOrganise(event.agencyId()))
                .switchIfEmpty(Mono.error(Problem::forbidden));
    }

    private Mono<Long> queue(List<Recipient> found) {
        Instant now = clock.instant();
        return outbox.queue(found, now, now.minus(Duration.ofDays(1)), A_DAY);
    }

    private Mono<Void> tell(String action, UUID eventId, UUID registrationId) {
        return audit.append(Deed.of(action, "registration", registrationId).at(eventId));
    }
}
