package id.hadir.events.invitation;

import id.hadir.events.unit.MergedRosters.Moved;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Moves a merged unit's invitations to coming events; those to past ones stay as printed. */
@Component
class RosterMergeStore {

    /** A draft may still be given another day, whatever day it had. */
    private static final String COMING =
            """
            e.id = i.event_id and (e.status = 'draft' or e.status = 'published' and e.ends_at > :now)\
            """;

    private final DatabaseClient database;

    RosterMergeStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Moved> count(UUID unit, UUID into, Instant now) {
        return database.sql(
                        """
                        select count(*) as events, count(o.unit_id) as both_invited,
                            coalesce(sum(i.seats + coalesce(o.seats, 0)), 0) as before,
                            coalesce(sum(greatest(i.seats, coalesce(o.seats, 0))), 0) as after
                        from invitation i join event e on %s
                        left join invitation o on o.event_id = i.event_id and o.unit_id = :into and not o.withdrawn
                        where i.unit_id = :unit and not i.withdrawn
                        """
                                .formatted(COMING))
                .bind("unit", unit)
                .bind("into", into)
                .bind("now", now)
                .map(
                        row ->
                                new Moved(
                                        Objects.requireNonNull(row.get("events", Long.class)),
                                        Objects.requireNonNull(row.get("both_invited", Long.class)),
                                        Objects.requireNonNull(row.get("before", Long.class)),
                                        Objects.requireNonNull(row.get("after", Long.class))))
                .one();
    }

    /**
     * Where both are invited, the link, the code and the rules of the one that remains stay, with
     * the larger number of seats.
     *
     * @return the events whose rosters changed
     */
    Mono<List<UUID>> move(UUID unit, UUID into, Instant now) {
        String sql =
                """
                with moved as (
                    update invitation i set withdrawn = true, moved_to = :into, revision = i.revision + 1
                    from event e where %s and i.unit_id = :unit and not i.withdrawn
                    returning i.event_id, i.seats, i.in_person, i.position, i.answer_by, i.wave)
                insert into invitation as i (event_id, unit_id, seats, in_person, position, answer_by, wave, token)
                select event_id, :into, seats, in_person, position, answer_by, wave, %s from moved
                on conflict (event_id, unit_id) do update set
                    seats = case when i.withdrawn then excluded.seats else greatest(i.seats, excluded.seats) end,
                    in_person = case when i.withdrawn then excluded.in_person else i.in_person end,
                    position = case when i.withdrawn then excluded.position else i.position end,
                    answer_by = case when i.withdrawn then excluded.answer_by
                        else coalesce(i.answer_by, excluded.answer_by) end,
                    withdrawn = false, revision = i.revision + 1
                returning event_id
                """
                        .formatted(COMING, InvitationKeys.TOKEN);
        return Flux.concat(
                        events(sql, unit, into, now),
                        Flux.defer(() -> events(follow(), unit, into, now)))
                .distinct()
                .collectList();
    }

    /** What had come to the merged unit by an earlier merge goes on with it. */
    private static String follow() {
        return """
        update invitation i set moved_to = :into, revision = i.revision + 1
        from event e where %s and i.moved_to = :unit
        returning i.event_id
        """
                .formatted(COMING);
    }

    private Flux<UUID> events(String sql, UUID unit, UUID into, Instant now) {
        return database.sql(sql)
                .bind("unit", unit)
                .bind("into", into)
                .bind("now", now)
                .map(row -> Objects.requireNonNull(row.get("event_id", UUID.class)))
                .all();
    }

    /**
     * Messages for the merged unit are for the other one, unless it has its own: what waits, and
     * what was sent, which is not to be sent there again.
     */
    Mono<Void> moveMessages(List<UUID> events, UUID unit, UUID into) {
        return database.sql(
                        """
                        update outbox o set subject_id = :into
                        where o.event_id = any(:events) and o.subject_id = :unit
                          and not exists (
                              select from outbox own
                              where own.event_id = o.event_id and own.subject_id = :into and own.kind = o.kind
                                and own.channel = o.channel and own.occasion is not distinct from o.occasion)
                        """)
                .bind("events", events.toArray(UUID[]::new))
                .bind("unit", unit)
                .bind("into", into)
                .then();
    }
}
