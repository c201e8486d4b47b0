package id.hadir.attendance.registration;

import static id.hadir.attendance.registration.RegistrationRow.given;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reads how full events are. */
@Component
class SeatQueries {

    private final DatabaseClient database;

    SeatQueries(DatabaseClient database) {
        this.database = database;
    }

    /**
     * @param capacity null when the event has no limit
     */
    record Level(String slug, @Nullable Integer capacity, int confirmed, int waitlisted) {}

    /** Published events that have not ended: those under way, then the soonest. */
    Flux<Level> levels(Instant now, int limit) {
        return database.sql(
                        """
                        select e.slug, e.capacity, s.confirmed, s.waitlisted
                        from event e join event_seats s on s.event_id = e.event_id
                        where e.status = 'published' and (e.ended_at is null or e.ended_at > :now)
                        order by e.starts_at nulls last, e.event_id
                        limit :limit
                        """)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("limit", limit)
                .map(
                        row ->
                                new Level(
                                        given(row, "slug", String.class),
                                        row.get("capacity", Integer.class),
                                        given(row, "confirmed", Integer.class),
                                        given(row, "waitlisted", Integer.class)))
                .all();
    }
}
