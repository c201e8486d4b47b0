package id.hadir.kit.audit;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Adds to the audit; there is nothing else to do with it. */
class AuditStore {

    private final DatabaseClient database;

    AuditStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(Doer doer, Deed deed, @Nullable String before, @Nullable String after) {
        return database.sql(
                        """
                        insert into audit_entry
                            (actor, role, address, action, event_id, subject_kind, subject_id, before, after)
                        values (:actor, :role, :address, :action, :event, :kind, :subject, :before::jsonb, :after::jsonb)
                        """)
                .bind("actor", doer.name())
                .bind("role", doer.role())
                .bind("address", Parameters.in(R2dbcType.VARCHAR, doer.address()))
                .bind("action", deed.action())
                .bind("event", uuid(deed.event()))
                .bind("kind", deed.kind())
                .bind("subject", Parameters.in(R2dbcType.VARCHAR, deed.subject()))
                .bind("before", Parameters.in(R2dbcType.VARCHAR, before))
                .bind("after", Parameters.in(R2dbcType.VARCHAR, after))
                .then();
    }

    /** False when another replica was first. */
    Mono<Boolean> add(Seal seal) {
        return database.sql(
                        """
                        insert into audit_seal (no, upto_tx, upto_id, entries, previous, hash, sealed_at)
                        values (:no, :tx::xid8, :id, :entries, :previous, :hash, :at)
                        on conflict (no) do nothing
                        """)
                .bind("no", seal.no())
                .bind("tx", seal.uptoTx())
                .bind("id", seal.uptoId())
                .bind("entries", seal.entries())
                .bind("previous", seal.previous())
                .bind("hash", seal.hash())
                .bind("at", seal.sealedAt().atOffset(ZoneOffset.UTC))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static Object uuid(@Nullable UUID id) {
        return id == null ? Parameters.in(UUID.class) : id;
    }
}
