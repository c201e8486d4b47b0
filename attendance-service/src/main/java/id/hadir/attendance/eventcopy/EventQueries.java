package id.hadir.attendance.eventcopy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the copy. */
@Component
public class EventQueries {

    private final DatabaseClient database;

    EventQueries(DatabaseClient database) {
        this.database = database;
    }

    /** Also drafts: who asks decides whether to show them. */
    public Mono<Event> find(UUID eventId) {
        return database.sql("select " + EventRow.COLUMNS + " from event where event_id = :id")
                .bind("id", eventId)
                .map(EventRow::read)
                .one();
    }

    /** Empty for an event that has never moved. */
    public Mono<EarlierSchedule> earlier(UUID eventId) {
        return database.sql(
                        """
                        select (earlier ->> 'date')::date as date, (earlier ->> 'startsAt')::timestamptz as starts_at,
                            (earlier ->> 'endsAt')::timestamptz as ends_at, earlier ->> 'timeZone' as time_zone,
                            earlier ->> 'venueName' as venue_name, earlier ->> 'venueAddress' as venue_address,
                            earlier ->> 'onlineUrl' as online_url
                        from event where event_id = :id and earlier is not null
                        """)
                .bind("id", eventId)
                .map(
                        row ->
                                new EarlierSchedule(
                                        row.get("date", LocalDate.class),
                                        row.get("starts_at", Instant.class),
                                        row.get("ends_at", Instant.class),
                                        ZoneId.of(
                                                Objects.requireNonNull(
                                                        row.get("time_zone", String.class))),
                                        row.get("venue_name", String.class),
                                        row.get("venue_address", String.class),
                                        row.get("online_url", String.class)))
                .one();
    }

    public Mono<Event> findBySlug(String slug) {
        return database.sql("select " + EventRow.COLUMNS + " from event where slug = :slug limit 1")
                .bind("slug", slug)
                .map(EventRow::read)
                .one();
    }

    /** Published and cancelled events, the latest first; of one agency, or of all for null. */
    public Flux<Event> latest(List<String> agencyIds, int limit) {
        return database.sql(
                        "select "
                                + EventRow.COLUMNS
                                + """
                                 from event
                                where status <> 'draft' and (cardinality(:agencies) = 0 or agency_id = any(:agencies))
                                order by event_date desc nulls last, event_id desc
                                limit :limit
                                """)
                .bind("agencies", agencyIds.toArray(String[]::new))
                .bind("limit", limit)
                .map(EventRow::read)
                .all();
    }

    /**
     * The name of the office that heads a region: the oldest one, since the units of all regions
     * were there before any that somebody entered. Empty where none does.
     */
    public Mono<String> regionName(String regionCode) {
        return database.sql(
                        """
                        select name from unit where region_code = :code and kind in
                            ('pemda-provinsi', 'pemda-kabupaten-kota', 'kecamatan', 'kelurahan', 'desa')
                        order by unit_id limit 1
                        """)
                .bind("code", regionCode)
                .map(row -> Objects.requireNonNull(row.get("name", String.class)))
                .one();
    }

    /**
     * One of the roster, or an active one; where it was merged, the one that remains, unless the
     * roster still says the merged one.
     */
    public Mono<Unit> unit(UUID eventId, UUID unitId) {
        return database.sql(
                        """
                        select u.unit_id, u.name, u.kind, u.region_code
                        from unit said
                        left join invitation i on i.event_id = :event and i.unit_id = said.unit_id and not i.withdrawn
                        join unit u on u.unit_id = coalesce(i.unit_id, said.merged_into, said.unit_id)
                        where said.unit_id = :id and (u.active or i.unit_id is not null)
                        """)
                .bind("event", eventId)
                .bind("id", unitId)
                .map(
                        row ->
                                new Unit(
                                        row.get("unit_id", UUID.class),
                                        Objects.requireNonNull(row.get("name", String.class)),
                                        row.get("kind", String.class),
                                        row.get("region_code", String.class)))
                .one();
    }
}
