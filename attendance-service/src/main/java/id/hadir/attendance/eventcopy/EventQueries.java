package id.hadir.attendance.eventcopy;

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

    public Mono<Unit> unit(UUID unitId) {
        return database.sql(
                        "select unit_id, name, kind, region_code from unit where unit_id = :id and"
                                + " active")
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
