package id.hadir.materials.eventcopy;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds events in the copy. */
@Component
public class EventQueries {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final int LOOKS = 10;

    private static final String SELECT =
            """
            select event_id, slug, title, status, agency_id, agency_name, date, starts_at, time_zone
            from event_copy
            """;

    private final DatabaseClient database;

    EventQueries(DatabaseClient database) {
        this.database = database;
    }

    /**
     * An event that is not known yet may be on its way, since its organiser may be quicker than the
     * feed: it is looked for again for a second.
     */
    public Mono<EventCopy> awaitById(UUID id) {
        return byId(id).repeatWhenEmpty(times -> times.take(LOOKS).delayElements(LOOK_EVERY));
    }

    public Mono<EventCopy> byId(UUID id) {
        return database.sql(SELECT + "where event_id = :id")
                .bind("id", id)
                .map(EventQueries::event)
                .one();
    }

    public Mono<EventCopy> bySlug(String slug) {
        return database.sql(SELECT + "where slug = :slug order by event_id desc limit 1")
                .bind("slug", slug)
                .map(EventQueries::event)
                .one();
    }

    private static EventCopy event(Readable row) {
        return new EventCopy(
                Objects.requireNonNull(row.get("event_id", UUID.class)),
                text(row, "slug"),
                text(row, "title"),
                text(row, "status"),
                text(row, "agency_id"),
                text(row, "agency_name"),
                row.get("date", LocalDate.class),
                row.get("starts_at", Instant.class),
                ZoneId.of(text(row, "time_zone")));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
