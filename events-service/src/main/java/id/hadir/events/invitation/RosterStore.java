package id.hadir.events.invitation;

import id.hadir.events.query.ManyRows;
import id.hadir.kit.feed.FeedPosition;
import id.hadir.kit.problem.Problem;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Copies the roster of an event to others, each office with a link of its own for each of them. */
@Component
public class RosterStore {

    /** Of all copies together: what one transaction writes in seconds. */
    private static final long ROWS_AT_MOST = 200_000;

    private final DatabaseClient database;
    private final InvitationStore store;

    RosterStore(DatabaseClient database, InvitationStore store) {
        this.database = database;
        this.store = store;
    }

    /** As {@link #copy} does, for a transaction that locks an event before it copies. */
    public Mono<Void> keepUnitsApart() {
        return store.keepUnitsApart();
    }

    /**
     * Inside a transaction. Offices that are not active any more are left out; one that was merged
     * is invited as the one that remains.
     *
     * @param to events that have no roster yet
     * @return where the feed tells the last of them, empty when there was nobody to copy; fails
     *     with 409 {@code roster-too-large}
     */
    public Mono<FeedPosition> copy(UUID from, List<UUID> to) {
        return store.keepUnitsApart()
                .then(Mono.defer(() -> size(from)))
                .doOnNext(
                        size -> {
                            if (size * to.size() > ROWS_AT_MOST) {
                                throw Problem.conflict("roster-too-large", ROWS_AT_MOST);
                            }
                        })
                .filter(size -> size > 0)
                .flatMap(_ -> database.sql(ManyRows.SETTINGS).then().thenReturn(from))
                .flatMap(_ -> write(from, to).thenReturn(to))
                .flatMapMany(Flux::fromIterable)
                .concatMap(store::tell)
                .takeLast(1)
                .next();
    }

    private Mono<Long> size(UUID from) {
        return database.sql(
                        "select count(*) from invitation where event_id = :from and not withdrawn")
                .bind("from", from)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one();
    }

    private Mono<Void> write(UUID from, List<UUID> to) {
        return database.sql(
                        """
                        insert into invitation (event_id, unit_id, seats, in_person, position, token)
                        select copy.id, office.unit_id, office.seats, office.in_person, office.position, %s
                        from unnest(:to::uuid[]) as copy (id), (
                            select distinct on (unit.id) i.id, unit.id as unit_id, i.in_person, i.position,
                                max(i.seats) over (partition by unit.id) as seats
                            from invitation i
                            join unit said on said.id = i.unit_id
                            join unit on unit.id = coalesce(said.merged_into, said.id)
                            where i.event_id = :from and not i.withdrawn and unit.active
                            order by unit.id, said.id = unit.id desc, i.id) office
                        order by copy.id, office.id
                        """
                                .formatted(InvitationKeys.TOKEN))
                .bind("from", from)
                .bind("to", to.toArray(UUID[]::new))
                .then();
    }
}
