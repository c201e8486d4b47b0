package id.hadir.events.invitation;

import id.hadir.events.event.Clash;
import id.hadir.events.event.ClashProbe;
import id.hadir.events.event.ClashRow;
import id.hadir.events.event.Overlap;
import id.hadir.kit.security.Actor;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds invitations of an audience's units to other events at an overlapping time. */
@Component
class BusyQueries {

    private static final int EVENTS_AT_MOST = 60;
    private static final int NAMES_AT_MOST = 3;

    private static final String BUSY =
            """
            busy as (
                select e.id as event_id, theirs.unit_id
                from event e
                join invitation theirs on theirs.event_id = e.id and not theirs.withdrawn
                where theirs.unit_id in (select unit_id from %s) and %s)
            """;

    private static final String CLASHES =
            "with "
                    + AudienceTable.CHOSEN
                    + """
                    , either as (
                        select unit_id from wanted
                        union
                        select unit_id from invitation where event_id = :self and not withdrawn),
                    """
                    + BUSY.formatted("either", Overlap.CONDITION)
                    + """
                    , found as (
                        select busy.event_id, min(unit.name) || case when count(*) > 1
                                   then ' +' || count(*) - 1 else '' end as detail
                        from busy join unit on unit.id = busy.unit_id
                        group by busy.event_id)
                    select 'unit' as kind, found.detail, %s
                    from found join event e on e.id = found.event_id
                    order by e.begins_at, e.id limit :limit
                    """
                            .formatted(ClashRow.COLUMNS);

    private static final String COUNT =
            "with "
                    + AudienceTable.CHOSEN
                    + ","
                    + BUSY.formatted("wanted", Overlap.CONDITION)
                    + """
                    select count(*) as units,
                           (array_agg(unit.name order by unit.place, unit.identity))[1 : %d] as names
                    from unit where id in (select unit_id from busy)
                    """
                            .formatted(NAMES_AT_MOST);

    private final DatabaseClient database;
    private final ClashRow rows;

    BusyQueries(DatabaseClient database, ClashRow rows) {
        this.database = database;
        this.rows = rows;
    }

    Mono<List<Clash>> clashes(ClashProbe probe, List<Audience> audience, Actor actor) {
        return Overlap.bind(AudienceTable.bind(database.sql(CLASHES), audience), probe, actor)
                .bind("limit", EVENTS_AT_MOST)
                .map(rows::read)
                .all()
                .collectList();
    }

    Mono<BusyCount> count(ClashProbe probe, List<Audience> audience) {
        return Overlap.bind(AudienceTable.bind(database.sql(COUNT), audience), probe)
                .map(
                        row -> {
                            String[] names = row.get("names", String[].class);
                            return new BusyCount(
                                    Objects.requireNonNull(row.get("units", Long.class)),
                                    names == null ? List.of() : Arrays.asList(names));
                        })
                .one();
    }
}
