package id.hadir.attendance.sheet;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class SheetQueries {

    private final DatabaseClient database;

    SheetQueries(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Offices by place and name, the people of each in the order in which they registered.
     *
     * @param ownRegion of an official, empty for no limit
     */
    record Asked(
            UUID eventId, SheetContent content, String ownRegion, String region, String kind) {}

    Mono<List<SheetLine>> lines(Asked asked, int limit) {
        return database.sql(
                        """
                        with person as (
                            select * from registration
                            where event_id = :event and status = 'confirmed'
                              and (not :attended or checked_in_at is not null)),
                        invited as (
                            select i.unit_id::text as unit_key, i.seats, u.name, u.kind, u.region_code
                            from invitation i join unit u on u.unit_id = i.unit_id
                            where i.event_id = :event and not i.withdrawn),
                        met as (
                            select coalesce(i.unit_key, p.unit_key) as unit_key,
                                coalesce(i.name, p.unit_name) as unit_name, coalesce(i.kind, p.unit_kind) as kind,
                                coalesce(i.region_code, p.unit_region_code) as region_code,
                                coalesce(i.seats, 0) as seats, p.registration_id, p.name, p.nip, p.position,
                                coalesce(p.representing, false) as representing, p.representing_position,
                                p.representing_name, coalesce(p.source = 'walk-in', false) as walk_in, p.checked_in_at
                            from invited i full join person p on p.unit_key = i.unit_key)
                        select * from met
                        where (not :attended or name is not null)
                          and (:ownRegion = '' or region_code = :ownRegion or starts_with(region_code, :ownRegion || '.'))
                          and (:region = '' or region_code = :region or starts_with(region_code, :region || '.'))
                          and (:kind = '' or kind = :kind)
                        order by coalesce(region_code, '~') collate "C", unit_name collate "C", unit_key collate "C",
                            registration_id
                        limit :limit
                        """)
                .bind("event", asked.eventId())
                .bind("attended", asked.content() == SheetContent.ATTENDED)
                .bind("ownRegion", asked.ownRegion())
                .bind("region", asked.region())
                .bind("kind", asked.kind())
                .bind("limit", limit)
                .filter(statement -> statement.fetchSize(500))
                .map(SheetQueries::line)
                .all()
                .collectList();
    }

    private static SheetLine line(Readable row) {
        return new SheetLine(
                Objects.requireNonNull(row.get("unit_key", String.class)),
                Objects.requireNonNull(row.get("unit_name", String.class)),
                Objects.requireNonNull(row.get("seats", Integer.class)),
                row.get("name", String.class),
                row.get("nip", String.class),
                row.get("position", String.class),
                Boolean.TRUE.equals(row.get("representing", Boolean.class)),
                row.get("representing_position", String.class),
                row.get("representing_name", String.class),
                Boolean.TRUE.equals(row.get("walk_in", Boolean.class)),
                row.get("checked_in_at", Instant.class));
    }
}
