package id.hadir.kit.feed;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

/** This service's feed: appended to by its features, read by {@link FeedApi}. */
public class Feed {

    private static final Logger log = LoggerFactory.getLogger(Feed.class);

    /** As they are stored, which is compressed. */
    private static final int BYTES_AT_MOST = 500_000;

    private static final Duration SETTLE_AT_MOST = Duration.ofSeconds(1);

    private final DatabaseClient database;
    private final JsonMapper json;
    private final Duration lookAgain;

    /**
     * Tell those who wait in this process to look at once: for entries, and for consumers that have
     * applied them. Whoever misses it, or waits in another replica, looks again soon anyway.
     */
    private final Sinks.Many<Boolean> committed = Sinks.many().multicast().directBestEffort();

    private final Sinks.Many<Boolean> applied = Sinks.many().multicast().directBestEffort();

    /**
     * @param lookAgain how long it is waited between two looks when nothing is told
     */
    Feed(DatabaseClient database, JsonMapper json, Duration lookAgain) {
        this.database = database;
        this.json = json;
        this.lookAgain = lookAgain;
    }

    /**
     * Writes an entry as one part of a larger statement, which may append a condition; {@link
     * #bind} gives it its values.
     */
    public static final String INSERT =
            """
            insert into feed_entry (type, subject, data)
            select :feedType, :feedSubject, :feedData::jsonb
            """;

    /**
     * A change that is to be told.
     *
     * @param data the new state, as JSON
     */
    public record Entry(String type, String subject, String data) {}

    public Entry entry(String type, String subject, Object data) {
        return new Entry(type, subject, json.writeValueAsString(data));
    }

    public static GenericExecuteSpec bind(GenericExecuteSpec statement, Entry entry) {
        return statement
                .bind("feedType", entry.type())
                .bind("feedSubject", entry.subject())
                .bind("feedData", entry.data());
    }

    /** An entry as it is stored. */
    record Stored(
            FeedPosition position, String type, String subject, String data, OffsetDateTime at) {}

    /**
     * Tells a change; call it inside the transaction that makes it.
     *
     * @param data the new state, written as JSON
     */
    public Mono<FeedPosition> append(String type, String subject, Object data) {
        return bind(database.sql(INSERT + "returning tx::text, id"), entry(type, subject, data))
                .map((row, _) -> new FeedPosition(text(row.get("tx")), number(row.get("id"))))
                .one();
    }

    /**
     * Waits until the consumers that are there have applied the entry, so that who acts on the
     * answer finds the change everywhere; at most a second, since a consumer may be down. Call it
     * after the commit.
     */
    public Mono<Void> settle(FeedPosition position) {
        return Mono.fromRunnable(() -> committed.tryEmitNext(true))
                .thenMany(looks(applied))
                .concatMap(_ -> isSettled(position), 0)
                .filter(settled -> settled)
                .next()
                .then()
                .timeout(SETTLE_AT_MOST, Mono.fromRunnable(() -> log.info("feed not settled yet")));
    }

    /** When to look: at once, whenever it is told, also during a look, and now and then anyway. */
    private Flux<?> looks(Sinks.Many<Boolean> told) {
        return Flux.merge(Mono.just(true), told.asFlux(), Flux.interval(lookAgain))
                .onBackpressureLatest();
    }

    private Mono<Boolean> isSettled(FeedPosition position) {
        return database.sql(
                        """
                        select not exists (
                            select from feed_consumer
                            where seen_at > now() - interval '25 seconds'
                              and (tx, id) < (:tx::xid8, :id)) as settled
                        """)
                .bind("tx", position.tx())
                .bind("id", position.id())
                .map((row, _) -> Boolean.TRUE.equals(row.get("settled", Boolean.class)))
                .one();
    }

    /** Entries after the position, oldest first; waits for the first one, at most so long. */
    Mono<List<Stored>> read(FeedPosition after, int limit, Duration wait) {
        Mono<List<Stored>> look = Mono.defer(() -> read(after, limit));
        if (wait.isZero()) {
            return look;
        }
        long end = System.nanoTime() + wait.toNanos();
        return looks(committed)
                .takeWhile(_ -> System.nanoTime() < end)
                .concatMap(_ -> look, 0)
                .filter(entries -> !entries.isEmpty())
                .next()
                .defaultIfEmpty(List.of());
    }

    /** No more at once than a consumer takes in easily; one entry may be large by itself. */
    private Mono<List<Stored>> read(FeedPosition after, int limit) {
        return database.sql(
                        """
                        select entry.tx::text as tx, entry.id, entry.type, entry.subject, entry.data::text as data,
                            entry.created_at
                        from (
                            select next.*,
                                sum(pg_column_size(next.data)) over (order by next.tx, next.id)
                                    - pg_column_size(next.data) as bytes_before
                            from (
                                select * from feed_entry
                                where (tx, id) > (:tx::xid8, :id)
                                  and tx < (select feed_tx(pg_snapshot_xmin(pg_current_snapshot())))
                                order by feed_entry.tx, feed_entry.id
                                limit :limit) next) entry
                        where entry.bytes_before < :bytes
                        order by entry.tx, entry.id
                        """)
                .bind("tx", after.tx())
                .bind("id", after.id())
                .bind("limit", limit)
                .bind("bytes", BYTES_AT_MOST)
                .map(
                        (row, _) ->
                                new Stored(
                                        new FeedPosition(
                                                text(row.get("tx")), number(row.get("id"))),
                                        text(row.get("type")),
                                        text(row.get("subject")),
                                        text(row.get("data")),
                                        java.util.Objects.requireNonNull(
                                                row.get("created_at", OffsetDateTime.class))))
                .all()
                .collectList();
    }

    /** A consumer that asks for what comes after a position has applied all up to it. */
    Mono<Void> applied(String consumer, FeedPosition position) {
        return database.sql(
                        """
                        insert into feed_consumer (name, tx, id, seen_at)
                        values (:name, :tx::xid8, :id, now())
                        on conflict (name) do update
                        set tx = excluded.tx, id = excluded.id, seen_at = excluded.seen_at
                        """)
                .bind("name", consumer)
                .bind("tx", position.tx())
                .bind("id", position.id())
                .then()
                .doOnSuccess(_ -> applied.tryEmitNext(true));
    }

    private static String text(@org.jspecify.annotations.Nullable Object column) {
        return String.valueOf(column);
    }

    private static long number(@org.jspecify.annotations.Nullable Object column) {
        return column instanceof Number number ? number.longValue() : 0;
    }
}
