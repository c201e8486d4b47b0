package id.hadir.events.event;

import id.hadir.events.query.Conditions;
import id.hadir.kit.security.Actor;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the events of a calendar with their clashes, in one statement. */
@Component
class CalendarQueries {

    private static final UUID NO_AGENCY = new UUID(0, 0);

    private static final String OTHER =
            """
            o.id <> e.id and o.status <> 'cancelled' and o.begins_at < e.ends_at
            and o.ends_at > e.begins_at and o.begins_at > e.begins_at - interval '31 days'
            """;

    /** For each event that the reader may change; of all others nothing is told. */
    private static final String CLASHES =
            """
            , case when e.status <> 'cancelled' and (:seesAll or e.agency_id = :agency) then array(
                select 'venue' where exists (
                    select from event o where o.venue_key = e.venue_key and %1$s)
                union all
                select 'speaker' where exists (
                    select from event_speaker ours
                    join event_speaker theirs on theirs.speaker = ours.speaker
                    join event o on o.id = theirs.event_id
                    where ours.event_id = e.id and %1$s)
                union all
                select 'unit' where exists (
                    select from invitation ours
                    join invitation theirs on theirs.unit_id = ours.unit_id and not theirs.withdrawn
                    join event o on o.id = theirs.event_id
                    where ours.event_id = e.id and not ours.withdrawn and %1$s))
              else '{}' end as clashes
            """
                    .formatted(OTHER);

    private final DatabaseClient database;
    private final EventRow rows;

    CalendarQueries(DatabaseClient database, EventRow rows) {
        this.database = database;
        this.rows = rows;
    }

    /**
     * By their beginning; the first {@link PlannedEvent#AT_MOST} and one that says there are more.
     */
    Mono<List<PlannedEvent>> list(
            Instant from, Instant to, @Nullable String regionCode, Actor actor) {
        Conditions conditions =
                new Conditions()
                        .and(
                                "e.ends_at > :from and e.begins_at < :to and e.begins_at >"
                                        + " :longBefore",
                                "from",
                                from)
                        .bind("to", to)
                        .bind("longBefore", from.minus(ScheduleCheck.LONGEST))
                        .inRegion("e.place", regionCode);
        EventQueries.onlyVisible(conditions, actor);
        UUID agency = actor.isAdmin() ? null : EventQueries.ownAgency(actor);
        return database.sql(
                        "select "
                                + EventRow.COLUMNS
                                + CLASHES
                                + EventRow.FROM
                                + conditions.where()
                                + " order by e.begins_at, e.id limit :limit")
                .bindValues(conditions.values())
                .bind("seesAll", actor.isAdmin())
                .bind("agency", Objects.requireNonNullElse(agency, NO_AGENCY))
                .bind("limit", PlannedEvent.AT_MOST + 1)
                .map(this::planned)
                .all()
                .collectList();
    }

    private PlannedEvent planned(Readable row) {
        String[] kinds = Objects.requireNonNull(row.get("clashes", String[].class));
        return new PlannedEvent(
                rows.read(row), Arrays.stream(kinds).map(Clash.Kind::ofCode).toList());
    }
}
