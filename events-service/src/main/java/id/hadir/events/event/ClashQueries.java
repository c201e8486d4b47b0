package id.hadir.events.event;

import id.hadir.kit.security.Actor;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds what an event clashes with, among the events of all agencies. */
@Component
class ClashQueries {

    private static final int AT_MOST = 60;

    private static final String FOUND =
            """
            with found as (
                select 'venue' as kind, e.id, e.content -> 'venue' ->> 'name' as detail
                from event e
                where e.venue_key = :venueKey and %1$s
                union all
                select 'speaker', e.id, string_agg(theirs.speaker, ', ')
                from event_speaker theirs join event e on e.id = theirs.event_id
                where theirs.speaker = any(:speakers) and %1$s
                group by e.id
                union all
                select 'unit', e.id,
                       min(unit.name) || case when count(*) > 1 then ' +' || count(*) - 1 else '' end
                from event e
                join invitation theirs on theirs.event_id = e.id and not theirs.withdrawn
                join invitation ours
                  on ours.event_id = :self and ours.unit_id = theirs.unit_id and not ours.withdrawn
                join unit on unit.id = ours.unit_id
                where %1$s
                group by e.id)
            select found.kind, found.detail, %2$s
            from found join event e on e.id = found.id
            order by found.kind = 'unit', seen desc, e.begins_at, e.id, found.kind desc
            limit :limit
            """
                    .formatted(Overlap.CONDITION, ClashRow.COLUMNS);

    private final DatabaseClient database;
    private final ClashRow rows;

    ClashQueries(DatabaseClient database, ClashRow rows) {
        this.database = database;
        this.rows = rows;
    }

    /** Those of place and speakers first, since units are often many; then what can be opened. */
    Mono<List<Clash>> of(ClashProbe probe, Actor actor) {
        if (!probe.isTimed()) {
            return Mono.just(List.of());
        }
        return Overlap.bind(database.sql(FOUND), probe, actor)
                .bind("venueKey", Parameters.in(R2dbcType.VARCHAR, probe.venueKey()))
                .bind("speakers", probe.speakerKeys())
                .bind("limit", AT_MOST)
                .map(rows::read)
                .all()
                .map(clash -> asPrinted(clash, probe))
                .collectList();
    }

    /** The speakers' names as the event itself prints them, for the folded ones. */
    private static Clash asPrinted(Clash clash, ClashProbe probe) {
        if (clash.kind() != Clash.Kind.SPEAKER || clash.eventId() == null) {
            return clash;
        }
        List<String> wanted = List.of(clash.detail().split(", "));
        String names =
                probe.speakers().stream()
                        .filter(speaker -> wanted.contains(speaker.key()))
                        .map(Speaker::name)
                        .distinct()
                        .reduce((one, other) -> one + "; " + other)
                        .orElse(clash.detail());
        return new Clash(
                clash.kind(),
                clash.eventId(),
                clash.title(),
                clash.startsAt(),
                clash.endsAt(),
                names);
    }
}
