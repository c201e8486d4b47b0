package id.hadir.attendance.message;

import com.github.f4b6a3.uuid.UuidCreator;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Messages that wait to be sent, and those that were. */
@Component
class OutboxStore {

    /** Tries of one message: the last one is two hours after the first. */
    static final int TRIES = 8;

    private final DatabaseClient database;

    OutboxStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * A message that this caller alone may send until the time that it was claimed for is over.
     *
     * @param subjectId what it is about, for a ticket the registration
     * @param attempts this one included
     */
    record Claimed(UUID eventId, UUID messageId, String kind, UUID subjectId, int attempts) {

        boolean isLastTry() {
            return attempts >= TRIES;
        }
    }

    /**
     * Queues the tickets of those registrations that have had fewer than so many since. The rows of
     * the registrations must be locked: two who ask at once are counted one after the other.
     */
    Mono<Long> queueTickets(List<Recipient> to, Instant now, Instant since, int atMost) {
        return database.sql(
                        """
                        insert into outbox (event_id, message_id, kind, channel, subject_id, created_at, not_before)
                        select r.event_id, r.message_id, 'ticket', 'email', r.registration_id, :now, :now
                        from unnest(:events::uuid[], :messages::uuid[], :registrations::uuid[])
                            as r(event_id, message_id, registration_id)
                        where (select count(*) from outbox o
                               where o.event_id = r.event_id and o.subject_id = r.registration_id
                                 and o.created_at > :since and o.kind = 'ticket') < :atMost
                        """)
                .bind("events", to.stream().map(Recipient::eventId).toArray(UUID[]::new))
                .bind(
                        "messages",
                        to.stream()
                                .map(_ -> UuidCreator.getTimeOrderedEpoch())
                                .toArray(UUID[]::new))
                .bind(
                        "registrations",
                        to.stream().map(Recipient::registrationId).toArray(UUID[]::new))
                .bind("now", utc(now))
                .bind("since", utc(since))
                .bind("atMost", atMost)
                .fetch()
                .rowsUpdated();
    }

    /**
     * Claims what is due, for the first time for {@code patience} and each time for twice as long:
     * that is also when it is tried again. What another replica claims at the same moment is
     * skipped.
     */
    Flux<Claimed> claim(Instant now, Duration patience, int atMost) {
        return database.sql(
                        """
                        update outbox o
                        set attempts = o.attempts + 1, not_before = :now + make_interval(secs => :patience * 2 ^ o.attempts)
                        from (select event_id, message_id from outbox
                              where sent_at is null and given_up_at is null and not_before <= :now and attempts < :tries
                              order by not_before limit :atMost for update skip locked) due
                        where o.event_id = due.event_id and o.message_id = due.message_id
                        returning o.event_id, o.message_id, o.kind, o.subject_id, o.attempts
                        """)
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

    /** As {@link #failed}, and it is not tried again. */
    Mono<Void> givenUp(Claimed message, String failure, Instant now) {
        return mark("failure = :failure, given_up_at = :now", message)
                .bind("failure", failure)
                .bind("now", utc(now))
                .then();
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
                given(row, "subject_id", UUID.class),
                given(row, "attempts", Integer.class));
    }

    private static <T> T given(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
