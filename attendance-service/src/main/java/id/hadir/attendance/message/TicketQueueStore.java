package id.hadir.attendance.message;

import com.github.f4b6a3.uuid.UuidCreator;
import id.hadir.kit.message.OutboxStore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts tickets that are asked for again into the outbox. */
@Component
class TicketQueueStore {

    private final DatabaseClient database;

    TicketQueueStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Queues the tickets of those registrations that have had fewer than so many since. The rows of
     * the registrations must be locked: two who ask at once are counted one after the other.
     */
    Mono<Long> queue(List<Recipient> to, Instant now, Instant since, int atMost) {
        return database.sql(
                        """
                        insert into outbox (event_id, message_id, kind, channel, subject_id, created_at, not_before)
                        select r.event_id, r.message_id, 'ticket', 'email', r.registration_id, :now, :due
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
                .bind("now", now)
                .bind("due", OutboxStore.ahead(now))
                .bind("since", since)
                .bind("atMost", atMost)
                .fetch()
                .rowsUpdated();
    }
}
