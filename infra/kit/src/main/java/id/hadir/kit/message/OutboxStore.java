package id.hadir.kit.message;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Messages that wait to be sent, and those that were. */
public class OutboxStore {

    /** Tries of one message: the last one is two hours after the first. */
    public static final int TRIES = 8;

    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Duration TOO_OLD = Duration.ofDays(7);

    private final DatabaseClient database;

    public OutboxStore(DatabaseClient database) {
        this.database = database;
    }

    /** When a message is queued to be due that goes out before a large mailing that waits. */
    public static Instant ahead(Instant now) {
        return now.minus(AHEAD);
    }

    /**
     * Claims what is due on one channel, for the first time for {@code patience} and each time for
     * twice as long: that is also when it is tried again. What another replica claims at the same
     * moment is skipped.
     */
    public Flux<Claimed> claim(String channel, Instant now, Duration patience, int atMost) {
        return database.sql(
                        """
                        update outbox o
                        set attempts = o.attempts + 1, not_before = :now + make_interval(secs => :patience * 2 ^ o.attempts)
                        from (select event_id, message_id from outbox
                              where channel = :channel and sent_at is null and given_up_at is null and not_before <= :now and attempts < :tries
                              order by not_before limit :atMost for update skip locked) due
                        where o.event_id = due.event_id and o.message_id = due.message_id
                        returning o.event_id, o.message_id, o.kind, o.channel, o.subject_id, o.occasion, o.attempts
                        """)
                .bind("channel", channel)
                .bind("now", utc(now))
                .bind("patience", (double) patience.toSeconds())
                .bind("tries", TRIES)
                .bind("atMost", atMost)
                .map(OutboxStore::claimed)
                .all();
    }

    Mono<Void> sent(Claimed message, Instant now) {
        return mark("sent_at = :now, failure = null", message).bind("now", utc(now)).then();
    }

    /**
     * @param failure a word that names nobody
     */
    Mono<Void> failed(Claimed message, String failure) {
        return mark("failure = :failure", message).bind("failure", failure).then();
    }

    /** As {@link #failed}, at no cost of a try: nothing was wrong with the message. */
    Mono<Void> postponed(Claimed message, String failure, Instant until) {
        return mark("failure = :failure, attempts = attempts - 1, not_before = :until", message)
                .bind("failure", failure)
                .bind("until", utc(until))
                .then();
    }

    /**
     * As {@link #postponed}, but each time for longer: where a gateway always calls itself busy for
     * this one message, the others pass it. Half of its tries are kept for other failures; only its
     * age gives it up.
     */
    Mono<Void> heldBack(Claimed message, String failure, Instant until, Instant now) {
        return mark(
                        """
                        failure = :failure, attempts = least(attempts, :tries / 2), not_before = greatest(not_before, :until),
                        given_up_at = case when created_at < :tooOld then :now::timestamptz end
                        """,
                        message)
                .bind("failure", failure)
                .bind("tries", TRIES)
                .bind("until", utc(until))
                .bind("tooOld", utc(now.minus(TOO_OLD)))
                .bind("now", utc(now))
                .then();
    }

    /** As {@link #failed}, and it is not tried again. */
    Mono<Void> givenUp(Claimed message, String failure, Instant now) {
        return mark("failure = :failure, given_up_at = :now", message)
                .bind("failure", failure)
                .bind("now", utc(now))
                .then();
    }

    /** Of events that were over by then. */
    public Mono<Long> forgetEventsEndedBefore(Instant time) {
        return database.sql(
                        """
                        delete from outbox o using outbox_event e
                        where e.event_id = o.event_id and e.ended_at < :time and o.created_at < :time
                        """)
                .bind("time", utc(time))
                .fetch()
                .rowsUpdated();
    }

    private DatabaseClient.GenericExecuteSpec mark(String change, Claimed message) {
        return database.sql(
                        "update outbox set "
                                + change
                                + " where event_id = :event and message_id = :message")
                .bind("event", message.eventId())
                .bind("message", message.messageId());
    }

    private static Claimed claimed(Readable row) {
        return new Claimed(
                given(row, "event_id", UUID.class),
                given(row, "message_id", UUID.class),
                given(row, "kind", String.class),
                given(row, "channel", String.class),
                given(row, "subject_id", UUID.class),
                row.get("occasion", Long.class),
                given(row, "attempts", Integer.class));
    }

    private static <T> T given(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
