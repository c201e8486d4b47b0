package id.hadir.kit.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;

/**
 * Follows one feed for as long as the service runs. Replicas may follow side by side: the cursor's
 * row is locked while entries are applied, and who finds it moved leaves them to the other.
 */
class FeedFollower {

    private static final Logger log = LoggerFactory.getLogger(FeedFollower.class);

    private static final int WAIT_SECONDS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(WAIT_SECONDS + 10);

    /** A longer lag is {@link State#BEHIND}. */
    private static final Duration MOST_LAG = Duration.ofSeconds(30);

    private static final Retry FOREVER =
            Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200))
                    .maxBackoff(Duration.ofSeconds(2))
                    .transientErrors(true);

    private final FeedSubscription subscription;
    private final WebClient http;
    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final String key;
    private final Clock clock;
    private final Duration stepLimit;

    /** What the producer's last answer told of the lag; null before the first time at its end. */
    private final AtomicReference<@Nullable Heard> heard = new AtomicReference<>();

    private final AtomicBoolean isFailing = new AtomicBoolean();

    private @Nullable Disposable running;

    /**
     * @param stepLimit time for asking once and applying the answer; a connection that hangs is
     *     given up then
     */
    FeedFollower(
            FeedSubscription subscription,
            WebClient http,
            DatabaseClient database,
            TransactionalOperator transaction,
            String key,
            Clock clock,
            Duration stepLimit) {
        this.subscription = subscription;
        this.http = http;
        this.database = database;
        this.transaction = transaction;
        this.key = key;
        this.clock = clock;
        this.stepLimit = stepLimit;
    }

    /** How much of the feed is applied here; whatever it is, the service serves what it has. */
    enum State {
        CURRENT,
        BEHIND,
        CATCHING_UP
    }

    /** One CloudEvent of the batch. */
    record Told(String id, String type, String subject, String time, JsonNode data) {}

    private static final ParameterizedTypeReference<List<Told>> BATCH =
            new ParameterizedTypeReference<>() {};

    void start() {
        running =
                Mono.defer(this::step)
                        .timeout(stepLimit)
                        .doOnSuccess(_ -> tellOfSuccess())
                        .doOnError(this::tellOfFailure)
                        .retryWhen(FOREVER)
                        .repeatWhen(steps -> steps.delayElements(subscription.rest()))
                        .subscribe();
    }

    /** Once for each time that the producer is away, however often it is asked meanwhile. */
    private void tellOfFailure(Throwable failure) {
        if (isFailing.compareAndSet(false, true)) {
            log.warn("feed {} waits: {}", subscription.feed(), failure.toString());
        }
    }

    private void tellOfSuccess() {
        if (isFailing.compareAndSet(true, false)) {
            log.info("feed {} goes on", subscription.feed());
        }
    }

    void stop() {
        if (running != null) {
            running.dispose();
            running = null;
        }
    }

    public boolean isRunning() {
        return running != null;
    }

    String feed() {
        return subscription.feed();
    }

    /**
     * @param at when the producer last answered
     * @param delay from the last entry's writing to its being applied here; zero at the feed's end
     */
    private record Heard(Instant at, Duration delay) {}

    /**
     * How far behind the producer this service is; null while it catches up the first time. When
     * the producer is silent for longer than a long poll takes, the silence counts.
     */
    @Nullable Duration lag() {
        Heard last = heard.get();
        if (last == null) {
            return null;
        }
        Duration silence = Duration.between(last.at(), clock.instant());
        return silence.compareTo(PATIENCE) > 0 ? silence : last.delay();
    }

    State state() {
        Duration lag = lag();
        if (lag == null) {
            return State.CATCHING_UP;
        }
        return lag.compareTo(MOST_LAG) > 0 ? State.BEHIND : State.CURRENT;
    }

    /** Asks once for what comes after the cursor, and applies it. */
    Mono<Void> step() {
        return cursor().flatMap(
                        position -> fetch(position).flatMap(batch -> take(position, batch)));
    }

    private Mono<Void> take(FeedPosition position, List<Told> batch) {
        if (batch.isEmpty()) {
            heard.set(new Heard(clock.instant(), Duration.ZERO));
            return Mono.empty();
        }
        Instant written = OffsetDateTime.parse(batch.getLast().time()).toInstant();
        return apply(position, batch)
                .then(Mono.fromRunnable(() -> heard.updateAndGet(last -> applied(last, written))));
    }

    private @Nullable Heard applied(@Nullable Heard last, Instant written) {
        Instant now = clock.instant();
        return last == null ? null : new Heard(now, Duration.between(written, now));
    }

    private Mono<FeedPosition> cursor() {
        return database.sql("select position from feed_cursor where feed = :feed")
                .bind("feed", subscription.feed())
                .map((row, _) -> FeedPosition.parse(String.valueOf(row.get("position"))))
                .one()
                .defaultIfEmpty(FeedPosition.START);
    }

    private Mono<List<Told>> fetch(FeedPosition position) {
        int wait = heard.get() == null ? 0 : WAIT_SECONDS;
        return http.get()
                .uri(
                        UriComponentsBuilder.fromUri(subscription.uri())
                                .queryParam("after", position)
                                .queryParam("wait", wait)
                                .queryParam("consumer", subscription.consumer())
                                .build()
                                .toUri())
                .header(FeedKey.HEADER, key)
                .retrieve()
                .bodyToMono(BATCH)
                .timeout(PATIENCE);
    }

    private Mono<Void> apply(FeedPosition from, List<Told> batch) {
        List<FeedEntry> entries =
                batch.stream()
                        .map(told -> new FeedEntry(told.type(), told.subject(), told.data()))
                        .toList();
        return move(from, batch.getLast().id())
                .filter(rows -> rows == 1)
                .flatMap(_ -> subscription.applier().apply(entries))
                .as(transaction::transactional);
    }

    /** Counts one row when the cursor was still where the entries begin. */
    private Mono<Long> move(FeedPosition from, String to) {
        return database.sql(
                        """
                        insert into feed_cursor (feed, position, applied_at)
                        values (:feed, :start, now())
                        on conflict (feed) do nothing
                        """)
                .bind("feed", subscription.feed())
                .bind("start", FeedPosition.START.toString())
                .fetch()
                .rowsUpdated()
                .then(
                        database.sql(
                                        """
                                        update feed_cursor set position = :to, applied_at = now()
                                        where feed = :feed and position = :from
                                        """)
                                .bind("feed", subscription.feed())
                                .bind("from", from.toString())
                                .bind("to", to)
                                .fetch()
                                .rowsUpdated());
    }
}
