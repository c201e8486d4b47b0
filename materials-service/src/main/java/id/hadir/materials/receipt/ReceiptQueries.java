package id.hadir.materials.receipt;

import id.hadir.materials.material.Material;
import id.hadir.materials.receipt.OfficeReceipt.Office;
import id.hadir.materials.ticket.TicketHolder;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads how far a material got, by office. */
@Component
class ReceiptQueries {

    /** Which offices of an event: of a kind, and in a region or below it; null: all. */
    record Selection(@Nullable String regionCode, @Nullable String kind) {}

    /** Where a page of offices begins: after that name, and that key among equal names. */
    record After(String name, String key) {}

    /** An office is a unit, or a name that was typed and is not matched with one yet. */
    private static final String OFFICES =
            """
            with known as (
                select cast(unit_id as text) as key, unit_id, '' as typed
                from invited_unit where event_id = :event and not withdrawn
                union all
                select coalesce(cast(unit_id as text), unit_name), unit_id, unit_name
                from ticket_copy where event_id = :event and status = 'confirmed'
            ), office as (
                select k.key, k.unit_id, coalesce(max(u.name), max(k.typed)) as name, u.kind, u.region_code
                from known k
                left join unit_copy u on u.unit_id = k.unit_id
                group by k.key, k.unit_id, u.kind, u.region_code
            ), noted as (
                select coalesce(cast(t.unit_id as text), t.unit_name) as key,
                       min(r.downloaded_at) as downloaded_at, max(r.acknowledged_at) as acknowledged_at,
                       coalesce(sum(r.passed_on_to), 0) as passed_on_to
                from receipt r
                join ticket_copy t on t.event_id = r.event_id and t.registration_id = r.registration_id
                where r.event_id = :event and r.material_id = :material
                group by 1
            ), reached as (
                select o.key, o.unit_id, o.name, o.kind, o.region_code,
                       n.downloaded_at, n.acknowledged_at, coalesce(n.passed_on_to, 0) as passed_on_to
                from office o
                left join noted n on n.key = o.key
                where (cast(:kind as text) is null or o.kind = :kind)
                    and (cast(:region as text) is null or o.region_code = :region
                        or o.region_code like cast(:region as text) || '.%')
            )
            """;

    private final DatabaseClient database;

    ReceiptQueries(DatabaseClient database) {
        this.database = database;
    }

    Mono<ReceiptTotals> totals(Material material, Selection selection) {
        return select(
                        """
                        select count(*) as units, count(downloaded_at) as downloaded,
                               count(acknowledged_at) as acknowledged,
                               cast(coalesce(sum(passed_on_to), 0) as bigint) as passed_on_to
                        from reached
                        """,
                        material,
                        selection)
                .map(ReceiptQueries::totals)
                .one();
    }

    Flux<OfficeReceipt> offices(Material material, Selection selection, After after, int limit) {
        return select(
                        """
                        select * from reached where (name, key) > (:afterName, :afterKey)
                        order by name, key limit :limit
                        """,
                        material,
                        selection)
                .bind("afterName", after.name())
                .bind("afterKey", after.key())
                .bind("limit", limit)
                .map(ReceiptQueries::office)
                .all();
    }

    /** To how many people a ticket's holder passed on which material. */
    Mono<Map<UUID, Integer>> said(TicketHolder holder) {
        return database.sql(
                        """
                        select material_id, passed_on_to from receipt
                        where event_id = :event and registration_id = :registration and acknowledged_at is not null
                        """)
                .bind("event", holder.eventId())
                .bind("registration", holder.registrationId())
                .map(
                        row ->
                                Map.entry(
                                        Objects.requireNonNull(row.get("material_id", UUID.class)),
                                        (int) number(row, "passed_on_to")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private GenericExecuteSpec select(String sql, Material material, Selection selection) {
        return database.sql(OFFICES + sql)
                .bind("event", material.eventId())
                .bind("material", material.id())
                .bind("kind", orNull(selection.kind()))
                .bind("region", orNull(selection.regionCode()));
    }

    private static Object orNull(@Nullable String text) {
        return text == null ? Parameters.in(String.class) : text;
    }

    private static ReceiptTotals totals(Readable row) {
        long units = number(row, "units");
        long acknowledged = number(row, "acknowledged");
        return new ReceiptTotals(
                units,
                number(row, "downloaded"),
                acknowledged,
                number(row, "passed_on_to"),
                units - acknowledged);
    }

    private static OfficeReceipt office(Readable row) {
        return OfficeReceipt.of(
                new Office(
                        row.get("unit_id", UUID.class),
                        Objects.requireNonNullElse(row.get("name", String.class), ""),
                        row.get("kind", String.class),
                        row.get("region_code", String.class)),
                row.get("downloaded_at", Instant.class),
                row.get("acknowledged_at", Instant.class),
                number(row, "passed_on_to"));
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
