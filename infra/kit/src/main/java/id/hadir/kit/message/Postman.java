package id.hadir.kit.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends what waits in the outbox. A message is claimed first, which is committed, then sent, then
 * marked as sent: replicas never send the same one, since a claim outlasts the longest sending.
 * Whoever dies between sending and marking leaves a claim that runs out, and the message is sent
 * again: at least once, and exactly once as long as nobody dies. Where marking came first it would
 * be at most once, and who has lost a ticket would wait for a letter that never comes.
 */
public class Postman {

    /** Where no setting says otherwise. */
    private static final int SIDE_BY_SIDE = 4;

    private static final Duration LONGEST_SENDING = Duration.ofSeconds(30);
    private static final Duration FIRST_CLAIM = Duration.ofMinutes(1);
    private static final Logger log = LoggerFactory.getLogger(Postman.class);

    /** Claimed and sent together, so that none waits for another while its claim runs out. */
    private final int sideBySide;

    private final OutboxStore outbox;
    private final MessageWriter writer;
    private final Courier courier;
    private final @Nullable Courier byPhone;
    private final Clock clock;
    private final Map<String, Line> lines =
            Map.of(Channels.EMAIL, new Line(), Channels.WEBHOOK, new Line());

    public Postman(OutboxStore outbox, MessageWriter writer, Courier courier, Clock clock) {
        this(outbox, writer, courier, null, SIDE_BY_SIDE, clock);
    }

    /**
     * @param byPhone null where no gateway for telephones is set up: what was queued for one waits
     *     for its tries and is given up
     */
    Postman(
            OutboxStore outbox,
            MessageWriter writer,
            Courier courier,
            @Nullable Courier byPhone,
            int sideBySide,
            Clock clock) {
        this.sideBySide = sideBySide;
        this.byPhone = byPhone;
        this.outbox = outbox;
        this.writer = writer;
        this.courier = courier;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${hadir.mail.every}", fixedDelayString = "${hadir.mail.every}")
    Mono<Void> sendByEmail() {
        return run(Channels.EMAIL);
    }

    @Scheduled(initialDelayString = "${hadir.mail.every}", fixedDelayString = "${hadir.mail.every}")
    Mono<Void> sendByWebhook() {
        return run(Channels.WEBHOOK);
    }

    private Mono<Void> run(String channel) {
        return empty(channel)
                .onErrorResume(
                        failure -> {
                            log.warn("the outbox cannot be read: {}", failure.toString());
                            return Mono.empty();
                        });
    }

    /** All that is due now. */
    public Mono<Void> empty() {
        return Mono.when(empty(Channels.EMAIL), empty(Channels.WEBHOOK));
    }

    /** Each channel by itself: one that hangs holds up no other. */
    private Mono<Void> empty(String channel) {
        return Mono.defer(() -> some(channel)).repeat().takeUntil(sent -> sent < sideBySide).then();
    }

    private Mono<Integer> some(String channel) {
        Instant now = clock.instant();
        if (line(channel).isResting(now)) {
            return Mono.just(0);
        }
        return outbox.claim(channel, now, FIRST_CLAIM, sideBySide)
                .collectList()
                .flatMap(
                        claimed ->
                                Flux.fromIterable(claimed)
                                        .flatMapDelayError(this::send, sideBySide, sideBySide)
                                        .then(Mono.just(claimed.size())));
    }

    private Mono<Void> send(Claimed message) {
        return writer.write(message)
                .flatMap(letter -> deliver(message, letter).thenReturn(true))
                .switchIfEmpty(
                        Mono.defer(() -> givenUp(message, "nothing-to-send")).thenReturn(false))
                .onErrorResume(failure -> failed(message, failure).thenReturn(false))
                .then();
    }

    private Mono<Void> deliver(Claimed message, Letter letter) {
        return courierOf(message)
                .deliver(letter)
                .timeout(LONGEST_SENDING)
                .then(Mono.defer(() -> sent(message)));
    }

    private Mono<Void> sent(Claimed message) {
        Instant now = clock.instant();
        line(message.channel()).delivered(now);
        return outbox.sent(message, now);
    }

    private Line line(String channel) {
        return Objects.requireNonNull(lines.get(channel), channel);
    }

    private Courier courierOf(Claimed message) {
        Courier by = message.isByPhone() ? byPhone : courier;
        return by == null ? _ -> Mono.error(new NoGateway()) : by;
    }

    /** Its name is what the outbox keeps. */
    private static class NoGateway extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private Mono<Void> failed(Claimed message, Throwable failure) {
        Instant now = clock.instant();
        Line line = line(message.channel());
        if (!(failure instanceof CourierAway away) || !line.isAway(away, now)) {
            return counted(message, failure);
        }
        Instant until = line.rest(away, now);
        log.warn(
                "messages by {} rest until {} ({}): {}",
                message.channel(),
                until,
                away.word(),
                String.valueOf(away.getCause()));
        return away.mayBeTheLetters()
                ? outbox.postponed(message, away.word(), until)
                : outbox.heldBack(message, away.word(), until, now);
    }

    /** What a mail server says may name the address: only the kind of failure is kept. */
    private Mono<Void> counted(Claimed message, Throwable failure) {
        boolean isRefused = failure instanceof LetterRefused;
        String kind = isRefused ? "refused" : failure.getClass().getSimpleName();
        log.warn(
                "message {} was not sent ({}, try {})",
                message.messageId(),
                kind,
                message.attempts());
        return isRefused || message.isLastTry()
                ? givenUp(message, kind)
                : outbox.failed(message, kind);
    }

    private Mono<Void> givenUp(Claimed message, String why) {
        return outbox.givenUp(message, why, clock.instant());
    }
}
