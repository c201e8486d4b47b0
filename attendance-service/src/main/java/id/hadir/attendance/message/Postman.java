package id.hadir.attendance.message;

import id.hadir.attendance.message.OutboxStore.Claimed;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends what waits in the outbox. A message is claimed first, which is committed, then sent, then
 * marked as sent: replicas never send the same one, since a claim outlasts the longest sending.
 * Whoever dies between sending and marking leaves a claim that runs out, and the message is sent
 * again: at least once, and exactly once as long as nobody dies. Where marking came first it would
 * be at most once, and who has lost a ticket would wait for a letter that never comes.
 */
@Component
class Postman {

    /** Claimed and sent together, so that none waits for another while its claim runs out. */
    static final int SIDE_BY_SIDE = 4;

    private static final Duration LONGEST_SENDING = Duration.ofSeconds(30);
    private static final Duration FIRST_CLAIM = Duration.ofMinutes(1);
    private static final Logger log = LoggerFactory.getLogger(Postman.class);

    private final OutboxStore outbox;
    private final RecipientQueries recipients;
    private final TicketTexts texts;
    private final Courier courier;
    private final Clock clock;

    Postman(
            OutboxStore outbox,
            RecipientQueries recipients,
            TicketTexts texts,
            Courier courier,
            Clock clock) {
        this.outbox = outbox;
        this.recipients = recipients;
        this.texts = texts;
        this.courier = courier;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${hadir.mail.every}", fixedDelayString = "${hadir.mail.every}")
    Mono<Void> run() {
        return empty().onErrorResume(
                        failure -> {
                            log.warn("the outbox cannot be read: {}", failure.toString());
                            return Mono.empty();
                        });
    }

    /** All that is due now. */
    Mono<Void> empty() {
        return outbox.claim(clock.instant(), FIRST_CLAIM, SIDE_BY_SIDE)
                .collectList()
                .flatMap(
                        claimed ->
                                Flux.fromIterable(claimed)
                                        .flatMapDelayError(this::send, SIDE_BY_SIDE, SIDE_BY_SIDE)
                                        .then(again(claimed.size())));
    }

    private Mono<Void> again(int claimed) {
        return claimed == SIDE_BY_SIDE ? Mono.defer(this::empty) : Mono.empty();
    }

    private Mono<Void> send(Claimed message) {
        return recipients
                .ticket(message.eventId(), message.subjectId())
                .mapNotNull(ticket -> texts.letter(message.messageId(), ticket))
                .flatMap(letter -> deliver(message, letter).thenReturn(true))
                .switchIfEmpty(
                        Mono.defer(
                                        () ->
                                                outbox.givenUp(
                                                        message,
                                                        "nothing-to-send",
                                                        clock.instant()))
                                .thenReturn(false))
                .onErrorResume(failure -> failed(message, failure).thenReturn(false))
                .then();
    }

    private Mono<Void> deliver(Claimed message, Letter letter) {
        return courier.deliver(letter)
                .timeout(LONGEST_SENDING)
                .then(Mono.defer(() -> outbox.sent(message, clock.instant())));
    }

    /** What a mail server says may name the address: only the kind of failure is kept. */
    private Mono<Void> failed(Claimed message, Throwable failure) {
        String kind = failure.getClass().getSimpleName();
        log.warn(
                "message {} was not sent ({}, try {})",
                message.messageId(),
                kind,
                message.attempts());
        return message.isLastTry()
                ? outbox.givenUp(message, kind, clock.instant())
                : outbox.failed(message, kind);
    }
}
