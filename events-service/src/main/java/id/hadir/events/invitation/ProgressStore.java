package id.hadir.events.invitation;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Mono;

/**
 * How far a large sending is, told beside its transaction and seen by every replica. It is a
 * courtesy: where no connection is free for it, the sending goes on untold.
 */
@Component
class ProgressStore {

    private static final Logger log = LoggerFactory.getLogger(ProgressStore.class);

    private final DatabaseClient database;
    private final TransactionalOperator beside;

    ProgressStore(DatabaseClient database, ReactiveTransactionManager transactions) {
        this.database = database;
        this.beside =
                TransactionalOperator.create(
                        transactions,
                        new DefaultTransactionDefinition(
                                TransactionDefinition.PROPAGATION_NOT_SUPPORTED));
    }

    Mono<Void> tell(UUID eventId, long done, long total) {
        return database.sql(
                        """
                        insert into invitation_progress (event_id, done, total, updated_at)
                        values (:eventId, :done, :total, now())
                        on conflict (event_id) do update
                        set done = excluded.done, total = excluded.total, updated_at = excluded.updated_at
                        """)
                .bind("eventId", eventId)
                .bind("done", done)
                .bind("total", total)
                .then()
                .as(beside::transactional)
                .onErrorResume(
                        failure -> {
                            log.debug("progress is not told: {}", failure.toString());
                            return Mono.empty();
                        });
    }

    /** Empty when nothing was told since; a sending that died is forgotten after a while. */
    Mono<Progress> read(UUID eventId, Instant since) {
        return database.sql(
                        """
                        select done, total from invitation_progress
                        where event_id = :eventId and updated_at > :since
                        """)
                .bind("eventId", eventId)
                .bind("since", since)
                .map(
                        row ->
                                new Progress(
                                        Objects.requireNonNull(row.get("done", Long.class)),
                                        Objects.requireNonNull(row.get("total", Long.class))))
                .one();
    }

    Mono<Void> forget(UUID eventId) {
        return database.sql("delete from invitation_progress where event_id = :eventId")
                .bind("eventId", eventId)
                .then();
    }
}
