package id.hadir.attendance.registration;

import static id.hadir.attendance.registration.RegistrationRow.given;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Moves what is a merged unit's at coming events whose seats are locked. */
@Component
class MergeStore {

    private final DatabaseClient database;

    MergeStore(DatabaseClient database) {
        this.database = database;
    }

    /** Those at which the unit is, or may be from one moment to the next. */
    Mono<List<UUID>> comingEvents(UUID unit, Instant now) {
        return database.sql(
                        """
                        select e.event_id from event e
                        where e.status = 'published' and (e.ended_at is null or e.ended_at > :now)
                          and (e.mode = 'open'
                               or exists (select from invitation i where i.event_id = e.event_id and i.unit_id = :unit)
                               or exists (select from registration r
                                          where r.event_id = e.event_id and r.unit_key = :unit::text and r.active))
                        order by e.event_id
                        """)
                .bind("unit", unit)
                .bind("now", now)
                .map(row -> given(row, "event_id", UUID.class))
                .all()
                .collectList();
    }

    /**
     * Whoever is registered for both units keeps both tickets: the second stays with the merged
     * unit.
     *
     * @return what was moved, by event
     */
    Mono<Map<UUID, List<Registration>>> moveRegistrations(List<UUID> events, UUID unit, UUID into) {
        return moving(
                        """
                        update registration r
                        set unit_id = u.unit_id, unit_key = u.unit_id::text, unit_name = u.name, unit_kind = u.kind,
                            unit_region_code = u.region_code, version = r.version + 1
                        from unit u
                        where u.unit_id = :into and r.event_id = any(:events) and r.unit_key = :unit::text and r.active
                          and not exists (
                              select from registration own
                              where own.event_id = r.event_id and own.unit_key = :into::text and own.active
                                and (own.nip = r.nip
                                     or own.bare_name = r.bare_name and coalesce(own.nip, '') = coalesce(r.nip, '')))
                        returning
                        """
                                + RegistrationRow.COLUMNS,
                        events,
                        unit,
                        into)
                .map(RegistrationRow::read)
                .all()
                .collect(
                        TreeMap::new,
                        (moved, one) ->
                                moved.computeIfAbsent(one.eventId(), _ -> new ArrayList<>())
                                        .add(one));
    }

    /** The later answer counts. */
    Mono<Void> moveAnswers(List<UUID> events, UUID unit, UUID into) {
        return moving(
                        """
                        with moved as (
                            delete from answer where event_id = any(:events) and unit_id = :unit returning *)
                        insert into answer as a
                            (event_id, unit_id, answer, name, position, reason, note, late, answered_at)
                        select event_id, :into, answer, name, position, reason, note, late, answered_at from moved
                        on conflict (event_id, unit_id) do update set answer = excluded.answer, name = excluded.name,
                            position = excluded.position, reason = excluded.reason, note = excluded.note,
                            late = excluded.late, answered_at = excluded.answered_at
                        where excluded.answered_at > a.answered_at
                        """,
                        events,
                        unit,
                        into)
                .then();
    }

    /** After the answers: an excuse that the later answer took back is none any more. */
    Mono<Void> moveExcuses(List<UUID> events, UUID unit, UUID into) {
        return moving(
                        """
                        with moved as (
                            delete from excuse where event_id = any(:events) and unit_id = :unit returning *)
                        insert into excuse as x (event_id, unit_id, reason, note, recorded_by, recorded_at)
                        select m.event_id, :into, m.reason, m.note, m.recorded_by, m.recorded_at from moved m
                        left join answer a on a.event_id = m.event_id and a.unit_id = :into
                            and a.answer <> 'excused' and a.answered_at > m.recorded_at
                        where a.event_id is null
                        on conflict (event_id, unit_id) do update set reason = excluded.reason, note = excluded.note,
                            recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
                        where excluded.recorded_at > x.recorded_at
                        """,
                        events,
                        unit,
                        into)
                .then()
                .then(takeBack(events, into));
    }

    private Mono<Void> takeBack(List<UUID> events, UUID into) {
        return database.sql(
                        """
                        delete from excuse x using answer a
                        where x.event_id = any(:events) and x.unit_id = :into
                          and a.event_id = x.event_id and a.unit_id = x.unit_id
                          and a.answer <> 'excused' and a.answered_at > x.recorded_at
                        """)
                .bind("events", events.toArray(UUID[]::new))
                .bind("into", into)
                .then();
    }

    private GenericExecuteSpec moving(String sql, List<UUID> events, UUID unit, UUID into) {
        return database.sql(sql)
                .bind("events", events.toArray(UUID[]::new))
                .bind("unit", unit)
                .bind("into", into);
    }
}
