package id.hadir.events.series;

import id.hadir.events.event.Event;
import id.hadir.events.event.EventCatalogue;
import id.hadir.kit.security.Actor;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads series. */
@Component
class SeriesQueries {

    private final DatabaseClient database;
    private final EventCatalogue events;

    SeriesQueries(DatabaseClient database, EventCatalogue events) {
        this.database = database;
        this.events = events;
    }

    private record Row(
            UUID series, @Nullable String rrule, UUID event, int number, @Nullable String stage) {

        static Row of(Readable row) {
            return new Row(
                    Objects.requireNonNull(row.get("series_id", UUID.class)),
                    row.get("rrule", String.class),
                    Objects.requireNonNull(row.get("event_id", UUID.class)),
                    Objects.requireNonNull(row.get("number", Integer.class)),
                    row.get("stage", String.class));
        }
    }

    /** The series of an event, with the members that the actor may see; empty without one. */
    Mono<Series> of(UUID event, Actor actor) {
        return database.sql(
                        """
                        select member.series_id, series.rrule, member.event_id, member.number, member.stage
                        from series_member me
                        join series on series.id = me.series_id
                        join series_member member on member.series_id = me.series_id
                        where me.event_id = :event
                        order by member.number
                        """)
                .bind("event", event)
                .map(Row::of)
                .all()
                .collectList()
                .filter(rows -> !rows.isEmpty())
                .flatMap(rows -> withEvents(rows, actor));
    }

    private Mono<Series> withEvents(List<Row> rows, Actor actor) {
        return events.all(rows.stream().map(Row::event).toList(), actor)
                .map(
                        found ->
                                found.stream()
                                        .collect(Collectors.toMap(Event::id, Function.identity())))
                .map(found -> series(rows, found));
    }

    private static Series series(List<Row> rows, Map<UUID, Event> events) {
        Row first = rows.getFirst();
        return new Series(
                first.series,
                first.rrule,
                rows.stream()
                        .filter(row -> events.containsKey(row.event))
                        .map(
                                row ->
                                        new Series.Member(
                                                row.number,
                                                row.stage,
                                                Objects.requireNonNull(events.get(row.event))))
                        .toList());
    }
}
