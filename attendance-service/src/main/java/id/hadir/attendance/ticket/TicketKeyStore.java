package id.hadir.attendance.ticket;

import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Keeps the keys: the database lets no two of them sign at a time. */
@Component
class TicketKeyStore {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    TicketKeyStore(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    Mono<List<TicketKey>> newestFirst() {
        return database.sql(
                        """
                        select kid, algorithm, coalesce(public_key, secret) as verifier, created_at, retired_at, withdrawn_at
                        from ticket_key order by created_at desc, kid
                        """)
                .map(TicketKeyStore::read)
                .all()
                .collectList();
    }

    /** The seed of a key, sealed. */
    Mono<byte[]> sealed(String kid) {
        return database.sql("select sealed_key from ticket_key where kid = :kid")
                .bind("kid", kid)
                .mapValue(byte[].class)
                .one();
    }

    /**
     * Has a new key sign from now on. Of replicas that do it at once one's key signs, and what the
     * others' signed meanwhile is valid.
     *
     * @param sealed its seed
     */
    Mono<Void> replace(SigningKey next, byte[] sealed, Instant now) {
        return retire(now).then(add(next, sealed, now)).as(transaction::transactional);
    }

    private Mono<Long> retire(Instant now) {
        return database.sql(
                        """
                        update ticket_key set retired_at = :now
                        where algorithm = 'Ed25519' and retired_at is null and withdrawn_at is null
                        """)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .fetch()
                .rowsUpdated();
    }

    /** Counts it when it was not withdrawn yet. */
    Mono<Long> withdraw(String kid, Instant now) {
        return database.sql(
                        "update ticket_key set withdrawn_at = :now where kid = :kid and"
                                + " withdrawn_at is null")
                .bind("kid", kid)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .fetch()
                .rowsUpdated();
    }

    private Mono<Void> add(SigningKey key, byte[] sealed, Instant now) {
        return database.sql(
                        """
                        insert into ticket_key (kid, algorithm, public_key, sealed_key, created_at)
                        values (:kid, 'Ed25519', :public, :sealed, :now)
                        on conflict do nothing
                        """)
                .bind("kid", key.kid())
                .bind("public", ByteBuffer.wrap(key.publicKey()))
                .bind("sealed", ByteBuffer.wrap(sealed))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .then();
    }

    private static TicketKey read(Readable row) {
        return new TicketKey(
                Objects.requireNonNull(row.get("kid", String.class)),
                Signature.ofCode(Objects.requireNonNull(row.get("algorithm", String.class))),
                Objects.requireNonNull(row.get("verifier", byte[].class)),
                Objects.requireNonNull(row.get("created_at", Instant.class)),
                row.get("retired_at", Instant.class),
                row.get("withdrawn_at", Instant.class));
    }
}
