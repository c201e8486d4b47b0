package id.hadir.kit.audit;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the audit in the order in which it is sealed: by transaction, then by entry. */
class SealQueries {

    private static final String SEAL =
            """
            s.no, s.upto_tx::text as upto_tx, s.upto_id, s.entries, s.previous, s.hash, s.sealed_at
            """;

    private final DatabaseClient database;

    SealQueries(DatabaseClient database) {
        this.database = database;
    }

    /** A seal and what is there of its entries. */
    record Sealed(Seal seal, List<AuditEntry> entries) {}

    /** The last seal, or {@link Seal#NONE}. */
    Mono<Seal> head() {
        return database.sql("select " + SEAL + " from audit_seal s order by s.no desc limit 1")
                .map(row -> seal(row))
                .one()
                .defaultIfEmpty(Seal.NONE);
    }

    /** The next entries to be sealed: of transactions before which none can come any more. */
    Mono<List<AuditEntry>> settled(Seal head, int atMost) {
        return database.sql(
                        """
                        select %s from audit_entry e
                        where (e.tx, e.id) > (:tx::xid8, :id)
                          and e.tx < (select audit_tx(pg_snapshot_xmin(pg_current_snapshot())))
                        order by e.tx, e.id
                        limit :limit
                        """
                                .formatted(AuditQueries.COLUMNS))
                .bind("tx", head.uptoTx())
                .bind("id", head.uptoId())
                .bind("limit", atMost)
                .map(row -> AuditQueries.entry(row))
                .all()
                .collectList();
    }

    Mono<Long> unsealed(Seal head) {
        return database.sql(
                        "select count(*) as entries from audit_entry e where (e.tx, e.id) >"
                                + " (:tx::xid8, :id)")
                .bind("tx", head.uptoTx())
                .bind("id", head.uptoId())
                .map(row -> Objects.requireNonNull(row.get("entries", Long.class)))
                .one();
    }

    /** The seals that follow, each with its entries. */
    Flux<Sealed> after(Seal seal, int atMost) {
        return database.sql(
                        """
                        select %s, %s
                        from (
                            select s.*, lag(s.upto_tx, 1, :tx::xid8) over (order by s.no) as from_tx,
                                lag(s.upto_id, 1, :id) over (order by s.no) as from_id
                            from audit_seal s where s.no > :no order by s.no limit :limit) s
                        left join audit_entry e
                            on (e.tx, e.id) > (s.from_tx, s.from_id) and (e.tx, e.id) <= (s.upto_tx, s.upto_id)
                        order by s.no, e.tx, e.id
                        """
                                .formatted(SEAL, AuditQueries.COLUMNS))
                .bind("tx", seal.uptoTx())
                .bind("id", seal.uptoId())
                .bind("no", seal.no())
                .bind("limit", atMost)
                .map(row -> new Line(seal(row), entryOrNone(row)))
                .all()
                .bufferUntilChanged(line -> line.seal().no())
                .map(SealQueries::sealed);
    }

    private record Line(Seal seal, @Nullable AuditEntry entry) {}

    private static Sealed sealed(List<Line> lines) {
        List<AuditEntry> entries = new ArrayList<>();
        for (Line line : lines) {
            if (line.entry() != null) {
                entries.add(line.entry());
            }
        }
        return new Sealed(lines.getFirst().seal(), entries);
    }

    private static @Nullable AuditEntry entryOrNone(Readable row) {
        return row.get("id", Long.class) == null ? null : AuditQueries.entry(row);
    }

    private static Seal seal(Readable row) {
        return new Seal(
                Objects.requireNonNull(row.get("no", Long.class)),
                AuditQueries.text(row, "upto_tx"),
                Objects.requireNonNull(row.get("upto_id", Long.class)),
                Objects.requireNonNull(row.get("entries", Integer.class)),
                Objects.requireNonNull(row.get("previous", byte[].class)),
                Objects.requireNonNull(row.get("hash", byte[].class)),
                AuditQueries.moment(row, "sealed_at"));
    }
}
