package id.hadir.attendance.report;

import id.hadir.kit.listing.Cursor;
import id.hadir.kit.listing.PageRequest;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reads the attendance of units over events. */
@Component
class ReportQueries {

    private final DatabaseClient database;

    ReportQueries(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Which events are counted.
     *
     * @param agencyId events of that agency alone; empty for all
     */
    record Period(LocalDate from, LocalDate to, String agencyId) {}

    /**
     * In the order of region codes and names. What a merged unit did counts for the one that
     * remains; where both were at an event, it was there once, at its best.
     */
    Flux<UnitOverEvents> units(
            Period period, Scope scope, @Nullable Cursor after, int limit, Instant now) {
        return database.sql(
                        """
                        with chosen as (
                            select event_id, coalesce(ended_at <= :now, false) as ended from event
                            where status = 'published' and event_date between :from and :to
                              and (:agency = '' or agency_id = :agency))
                        """
                                + UnitStates.JUDGED
                                + """
                                , remaining as (
                                    select d.unit_id as met_as, u.unit_id, u.name
                                    from unit d join unit u on u.unit_id = d.merged_into where d.merged_into is not null
                                    union
                                    select u.unit_id, u.unit_id, u.name
                                    from unit d join unit u on u.unit_id = d.merged_into where d.merged_into is not null),
                                counted_up as (
                                    select coalesce(w.unit_id::text, j.unit_key) as unit_key,
                                        coalesce(max(w.unit_id::text), max(j.unit_id::text))::uuid as unit_id,
                                        coalesce(max(w.name), max(j.name)) as name, max(kind) as kind,
                                        max(region_code) as region_code,
                                        case when w.unit_id is null then null else j.event_id end as once_at,
                                        count(*) filter (where invited) as invited,
                                        count(*) filter (where state = 'present') as present,
                                        count(*) filter (where state = 'represented') as represented,
                                        count(*) filter (where state = 'excused') as excused,
                                        count(*) filter (where state = 'absent') as absent
                                    from judged j left join remaining w on w.met_as = j.unit_id
                                    group by 1, w.unit_id, once_at),
                                summed as (
                                    select unit_key, max(unit_id::text)::uuid as unit_id, max(name) as name,
                                        max(kind) as kind, max(region_code) as region_code,
                                        sum(case when once_at is null then invited else least(invited, 1) end) as invited,
                                        sum(case when once_at is null then present else least(present, 1) end) as present,
                                        sum(case when once_at is null then represented when present > 0 then 0
                                            else least(represented, 1) end) as represented,
                                        sum(case when once_at is null then excused when present + represented > 0 then 0
                                            else least(excused, 1) end) as excused,
                                        sum(case when once_at is null then absent
                                            when present + represented + excused > 0 then 0
                                            else least(absent, 1) end) as absent
                                    from counted_up group by unit_key)
                                select * from summed
                                where (coalesce(region_code, '~') collate "C", name collate "C", unit_key collate "C")
                                    > (:afterRegion, :afterName, :afterKey)
                                order by coalesce(region_code, '~') collate "C", name collate "C", unit_key collate "C"
                                limit :limit
                                """)
                .bind("now", now)
                .bind("from", period.from())
                .bind("to", period.to())
                .bind("agency", period.agencyId())
                .bind("ownRegion", scope.ownRegion())
                .bind("region", scope.regionCode())
                .bind("kind", scope.kind())
                .bind("afterRegion", after == null ? "" : after.key(0))
                .bind("afterName", after == null ? "" : after.key(1))
                .bind("afterKey", after == null ? "" : after.key(2))
                .bind("limit", limit)
                .filter(statement -> statement.fetchSize(500))
                .map(ReportQueries::row)
                .all();
    }

    Flux<UnitOverEvents> units(Period period, Scope scope, PageRequest page, Instant now) {
        return units(period, scope, page.after(), page.limitPlusOne(), now);
    }

    static Cursor cursorOf(UnitOverEvents row) {
        return Cursor.of(
                Objects.requireNonNullElse(row.unit().regionCode(), "~"),
                row.unit().name(),
                row.unitKey());
    }

    private static UnitOverEvents row(Readable row) {
        return new UnitOverEvents(
                Objects.requireNonNull(row.get("unit_key", String.class)),
                AttendanceQueries.unit(row),
                AttendanceQueries.count(row, "invited"),
                AttendanceQueries.count(row, "present"),
                AttendanceQueries.count(row, "represented"),
                AttendanceQueries.count(row, "excused"),
                AttendanceQueries.count(row, "absent"));
    }
}
