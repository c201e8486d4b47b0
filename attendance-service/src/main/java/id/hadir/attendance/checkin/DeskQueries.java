package id.hadir.attendance.checkin;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads what a desk keeps in view. */
@Component
class DeskQueries {

    private final DatabaseClient database;

    DeskQueries(DatabaseClient database) {
        this.database = database;
    }

    /** How many are in, of those who have a seat. */
    record Count(int attended, int registered) {}

    Mono<Count> count(UUID eventId) {
        return database.sql(
                        """
                        select count(checked_in_at)::int as attended, count(*)::int as registered
                        from registration where event_id = :event and status = 'confirmed'
                        """)
                .bind("event", eventId)
                .map(row -> new Count(number(row, "attended"), number(row, "registered")))
                .one();
    }

    /** The name of somebody who came in; empty for all others. */
    Mono<String> nameOfAttended(UUID eventId, UUID registrationId) {
        return database.sql(
                        """
                        select name from registration
                        where event_id = :event and registration_id = :id and checked_in_at is not null
                        """)
                .bind("event", eventId)
                .bind("id", registrationId)
                .map(row -> given(row, "name", String.class))
                .one();
    }

    /** The last who came in, the newest first. */
    Flux<DeskView.Entry> recent(UUID eventId, int limit) {
        return database.sql(
                        """
                        select name, unit_name, coalesce(representing_position, representing_name) as representing,
                               checked_in_at
                        from registration where event_id = :event and checked_in_at is not null
                        order by checked_in_at desc limit :limit
                        """)
                .bind("event", eventId)
                .bind("limit", limit)
                .map(DeskQueries::entry)
                .all();
    }

    private static DeskView.Entry entry(Readable row) {
        return new DeskView.Entry(
                given(row, "checked_in_at", Instant.class),
                given(row, "name", String.class),
                given(row, "unit_name", String.class),
                row.get("representing", String.class));
    }

    private static int number(Readable row, String column) {
        return given(row, column, Integer.class);
    }

    private static <T> T given(Readable row, String column, Class<T> type) {
        @Nullable T value = row.get(column, type);
        return Objects.requireNonNull(value, column);
    }
}
