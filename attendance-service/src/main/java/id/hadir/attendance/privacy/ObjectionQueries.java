package id.hadir.attendance.privacy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads objections; those of erased registrations have no words left and are not shown. */
@Component
public class ObjectionQueries {

    private static final int SHOWN = 200;

    private static final String MADE =
            """
            select o.event_id, o.objection_id, o.registration_id, o.text, o.made_at, o.answer, o.answered_at,
                r.name, r.unit_name, e.slug, e.title
            from objection o
            join registration r on r.event_id = o.event_id and r.registration_id = o.registration_id
            join event e on e.event_id = o.event_id
            where o.text is not null
            """;

    private final DatabaseClient database;

    ObjectionQueries(DatabaseClient database) {
        this.database = database;
    }

    /** An objection and who made it where. */
    public record Made(
            UUID event,
            String slug,
            String title,
            UUID registrationId,
            String name,
            String unit,
            Objection objection) {}

    /** Those of some registrations, by registration, the oldest first. */
    Mono<Map<UUID, List<Objection>>> of(Collection<PersonQueries.Found> found) {
        return made(database.sql(
                                MADE
                                        + """
                                        and o.event_id = any(:events) and o.registration_id = any(:ids)
                                        order by o.made_at
                                        """)
                        .bind(
                                "events",
                                found.stream()
                                        .map(PersonQueries.Found::eventId)
                                        .distinct()
                                        .toArray(UUID[]::new))
                        .bind(
                                "ids",
                                found.stream().map(PersonQueries.Found::id).toArray(UUID[]::new)))
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                groupingBy(
                                                        Made::registrationId,
                                                        mapping(Made::objection, toList()))));
    }

    /** Of an event: those without an answer first. */
    Mono<List<Made>> at(UUID eventId) {
        return made(
                database.sql(
                                MADE
                                        + "and o.event_id = :event order by o.answered_at nulls"
                                        + " first, o.made_at limit "
                                        + SHOWN)
                        .bind("event", eventId));
    }

    /** Of all events, those without an answer, the oldest first. */
    Mono<List<Made>> open() {
        return made(
                database.sql(MADE + "and o.answered_at is null order by o.made_at limit " + SHOWN));
    }

    /** How many should have been answered by now. */
    Mono<Long> overdue(Instant now) {
        return database.sql(
                        """
                        select count(*) from objection
                        where answered_at is null and text is not null and made_at < :before
                        """)
                .bind("before", now.minus(Objection.TIME_TO_ANSWER))
                .mapValue(Long.class)
                .one();
    }

    private static Mono<List<Made>> made(GenericExecuteSpec query) {
        return query.map(ObjectionQueries::made).all().collectList();
    }

    private static Made made(Readable row) {
        return new Made(
                given(row, "event_id", UUID.class),
                given(row, "slug", String.class),
                given(row, "title", String.class),
                given(row, "registration_id", UUID.class),
                given(row, "name", String.class),
                given(row, "unit_name", String.class),
                Objection.of(
                        given(row, "objection_id", UUID.class),
                        given(row, "text", String.class),
                        given(row, "made_at", Instant.class),
                        row.get("answer", String.class),
                        row.get("answered_at", Instant.class)));
    }

    private static <T> T given(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
