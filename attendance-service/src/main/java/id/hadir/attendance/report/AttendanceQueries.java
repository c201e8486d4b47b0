package id.hadir.attendance.report;

import id.hadir.attendance.eventcopy.Unit;
import id.hadir.attendance.form.Place;
import id.hadir.kit.listing.Cursor;
import id.hadir.kit.listing.PageRequest;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the attendance of one event. */
@Component
class AttendanceQueries {

    private static final String ONE_EVENT =
            """
            with chosen as (
                select event_id, coalesce(ended_at <= :now, false) as ended from event where event_id = :event)
            """
                    + UnitStates.JUDGED;

    private final DatabaseClient database;

    AttendanceQueries(DatabaseClient database) {
        this.database = database;
    }

    Mono<Totals> totals(UUID eventId, Scope scope, Instant now) {
        return bind(
                        ONE_EVENT
                                + """
                                , present as (
                                    select case when r.erased_at is null then r.nip
                                            else nullif(split_part(r.bare_name, '/', 2), '') end as nip,
                                        case when r.erased_at is null then r.bare_name
                                            else split_part(r.bare_name, '/', 1) end as bare_name,
                                        r.phone
                                    from registration r
                                    join judged j on j.unit_key = r.unit_key
                                    where r.event_id = :event and r.checked_in_at is not null and r.active),
                                persons as (
                                    select (select count(distinct nip) from present)
                                        + (select count(distinct (p.bare_name, coalesce(p.phone, ''))) from present p
                                           where p.nip is null and not exists (
                                               select from present n where n.nip is not null
                                                 and n.bare_name = p.bare_name
                                                 and coalesce(n.phone, '') = coalesce(p.phone, ''))) as people)
                                select count(*) filter (where invited) as "invitedUnits", sum(seats) as "invitedSeats",
                                    sum(registered) as registered, sum(waitlisted) as waitlisted,
                                    sum(attended) as attended, sum(represented) as represented,
                                    count(*) filter (where state = 'excused') as excused,
                                    sum(seats) filter (where state = 'absent') as absent, sum(walk_ins) as "walkIns",
                                    (select people from persons) as people,
                                    count(*) filter (where attended > 0) as "unitsAttended",
                                    count(*) filter (where state = 'absent') as "unitsAbsent"
                                from judged
                                """,
                        eventId,
                        scope,
                        now)
                .map(AttendanceQueries::totalsOf)
                .one();
    }

    private static Totals totalsOf(Readable row) {
        return new Totals(
                count(row, "invitedUnits"),
                count(row, "invitedSeats"),
                count(row, "registered"),
                count(row, "waitlisted"),
                count(row, "attended"),
                count(row, "represented"),
                count(row, "excused"),
                count(row, "absent"),
                count(row, "walkIns"),
                count(row, "people"),
                count(row, "unitsAttended"),
                count(row, "unitsAbsent"));
    }

    /** In the order of region codes and names. */
    Flux<UnitAttendance> units(
            UUID eventId, Scope scope, @Nullable UnitState state, PageRequest page, Instant now) {
        Cursor after = page.after();
        return units(eventId, scope, state, now, after, page.limitPlusOne());
    }

    /** Streamed, however many. */
    Flux<UnitAttendance> allUnits(
            UUID eventId, Scope scope, @Nullable UnitState state, Instant now) {
        return units(eventId, scope, state, now, null, Integer.MAX_VALUE);
    }

    private Flux<UnitAttendance> units(
            UUID eventId,
            Scope scope,
            @Nullable UnitState state,
            Instant now,
            @Nullable Cursor after,
            int limit) {
        return bind(
                        ONE_EVENT
                                + """
                                select * from judged
                                where (:state = '' or state = :state)
                                  and (coalesce(region_code, '~') collate "C", name collate "C", unit_key collate "C")
                                      > (:afterRegion, :afterName, :afterKey)
                                order by coalesce(region_code, '~') collate "C", name collate "C", unit_key collate "C"
                                limit :limit
                                """,
                        eventId,
                        scope,
                        now)
                .bind("state", state == null ? "" : state.code())
                .bind("afterRegion", after == null ? "" : after.key(0))
                .bind("afterName", after == null ? "" : after.key(1))
                .bind("afterKey", after == null ? "" : after.key(2))
                .bind("limit", limit)
                .filter(statement -> statement.fetchSize(500))
                .map(AttendanceQueries::unitOf)
                .all();
    }

    /** How many units there are on all pages, and on those before this one. */
    Mono<Place> place(
            UUID eventId, Scope scope, @Nullable UnitState state, PageRequest page, Instant now) {
        Cursor after = page.after();
        return bind(
                        ONE_EVENT
                                + """
                                select count(*) as total, count(*) filter (where
                                    (coalesce(region_code, '~') collate "C", name collate "C", unit_key collate "C")
                                      <= (:afterRegion, :afterName, :afterKey)) as before
                                from judged where (:state = '' or state = :state)
                                """,
                        eventId,
                        scope,
                        now)
                .bind("state", state == null ? "" : state.code())
                .bind("afterRegion", after == null ? "" : after.key(0))
                .bind("afterName", after == null ? "" : after.key(1))
                .bind("afterKey", after == null ? "" : after.key(2))
                .map(row -> new Place(count(row, "before"), count(row, "total")))
                .one();
    }

    static Cursor cursorOf(UnitAttendance row) {
        return Cursor.of(
                Objects.requireNonNullElse(row.unit().regionCode(), "~"),
                row.unit().name(),
                row.unitKey());
    }

    private static UnitAttendance unitOf(Readable row) {
        UnitState state =
                UnitState.valueOf(
                        Objects.requireNonNull(row.get("state", String.class))
                                .toUpperCase(Locale.ROOT));
        int seats = count(row, "seats");
        return new UnitAttendance(
                Objects.requireNonNull(row.get("unit_key", String.class)),
                unit(row),
                seats,
                count(row, "registered"),
                count(row, "attended"),
                count(row, "represented"),
                state == UnitState.EXCUSED ? 1 : 0,
                state == UnitState.ABSENT ? seats : 0,
                state);
    }

    static Unit unit(Readable row) {
        return new Unit(
                row.get("unit_id", UUID.class),
                Objects.requireNonNull(row.get("name", String.class)),
                row.get("kind", String.class),
                row.get("region_code", String.class));
    }

    /**
     * By kecamatan where any unit lies that deep, else by province; those with most absences first.
     * Counted are the units that were invited, or all of them where none was; the others are
     * guests.
     */
    Flux<RegionAttendance> regions(UUID eventId, Scope scope, Instant now) {
        return bind(
                        ONE_EVENT
                                + """
                                , depth as (
                                    select case when max(cardinality(string_to_array(region_code, '.'))) >= 3
                                        then 3 else 1 end as segments from judged),
                                placed as (
                                    select array_to_string((string_to_array(region_code, '.'))[1: segments], '.') as region,
                                        state, attended, invited or not bool_or(invited) over () as awaited
                                    from judged cross join depth),
                                grouped as (
                                    select region,
                                        count(*) filter (where awaited) as units,
                                        count(*) filter (where awaited and state = 'present') as present,
                                        count(*) filter (where awaited and state = 'represented') as represented,
                                        count(*) filter (where awaited and state = 'excused') as excused,
                                        count(*) filter (where awaited and state = 'absent') as absent,
                                        count(*) filter (where awaited and state = 'expected') as expected,
                                        count(*) filter (where not awaited and attended > 0) as guests
                                    from placed group by 1)
                                select g.*, (select u.name from unit u where u.region_code = g.region and u.kind in
                                    ('kecamatan', 'pemda-kabupaten-kota', 'pemda-provinsi') order by u.unit_id limit 1) as name
                                from grouped g
                                order by (absent + expected)::float / greatest(units, 1) desc, region
                                """,
                        eventId,
                        scope,
                        now)
                .map(
                        row ->
                                new RegionAttendance(
                                        row.get("region", String.class),
                                        row.get("name", String.class),
                                        count(row, "units"),
                                        count(row, "present"),
                                        count(row, "represented"),
                                        count(row, "excused"),
                                        count(row, "absent"),
                                        count(row, "expected"),
                                        count(row, "guests")))
                .all();
    }

    private GenericExecuteSpec bind(String sql, UUID eventId, Scope scope, Instant now) {
        return database.sql(sql)
                .bind("event", eventId)
                .bind("now", now)
                .bind("ownRegion", scope.ownRegion())
                .bind("region", scope.regionCode())
                .bind("kind", scope.kind());
    }

    /** Sums and counts come as numeric or bigint, and null over nothing. */
    static int count(Readable row, String column) {
        return row.get(column) instanceof Number number ? number.intValue() : 0;
    }
}
