package id.hadir.events.series;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes series, within the caller's transaction. */
@Component
class SeriesStore {

    private final DatabaseClient database;

    SeriesStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Boolean> isMember(UUID event) {
        return database.sql("select exists (select from series_member where event_id = :event)")
                .bind("event", event)
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }

    /**
     * @param events in their order
     * @param stages their names, null for one without
     */
    Mono<Void> add(
            UUID id,
            @Nullable String rrule,
            List<UUID> events,
            List<@Nullable String> stages,
            Instant now) {
        return database.sql(
                        """
                        with made as (
                            insert into series (id, rrule, created_at) values (:id, :rrule, :now)
                            returning id)
                        insert into series_member (event_id, series_id, number, stage)
                        select member.event, made.id, member.number, nullif(member.stage, '')
                        from made, unnest(:events::uuid[], :numbers::int[], :stages::text[])
                                   as member (event, number, stage)
                        """)
                .bind("id", id)
                .bind("rrule", Parameters.in(R2dbcType.VARCHAR, rrule))
                .bind("now", now)
                .bind("events", events.toArray(UUID[]::new))
                .bind(
                        "numbers",
                        IntStream.rangeClosed(1, events.size()).boxed().toArray(Integer[]::new))
                .bind(
                        "stages",
                        stages.stream()
                                .map(stage -> Objects.requireNonNullElse(stage, ""))
                                .toArray(String[]::new))
                .then();
    }

    /**
     * The events after that one in its series, which nobody else changes as a whole until the
     * transaction ends; none when it is in no series.
     */
    Mono<List<UUID>> lockFollowing(UUID event) {
        return database.sql(
                        """
                        with me as (
                            select series.id, series_member.number
                            from series_member join series on series.id = series_member.series_id
                            where series_member.event_id = :event
                            for update of series)
                        select member.event_id
                        from series_member member join me on me.id = member.series_id
                        where member.number > me.number
                        order by member.number
                        """)
                .bind("event", event)
                .map(row -> Objects.requireNonNull(row.get("event_id", UUID.class)))
                .all()
                .collectList();
    }
}
