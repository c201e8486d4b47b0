package id.hadir.events.event;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Finds what an event clashes with; of other agencies only what is published. */
@Component
class ClashQueries {

    private static final int AT_MOST = 60;

    private final DatabaseClient database;
    private final JsonMapper json;

    ClashQueries(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<List<Clash>> of(Event event) {
        Schedule schedule = event.content().schedule();
        Instant begins = schedule.begins();
        Instant ends = schedule.ends();
        if (begins == null || ends == null) {
            return Mono.just(List.of());
        }
        return database.sql(
                        """
                        with me as (select id, venue_key, agency_id from event where id = :id),
                        other as (
                            select e.id, e.content, e.venue_key, e.begins_at
                            from event e, me
                            where e.begins_at < :ends and e.ends_at > :begins and e.begins_at > :longBefore
                              and e.id <> me.id
                              and (e.status = 'published'
                                   or e.status = 'draft' and e.agency_id = me.agency_id)),
                        found as (
                            select 'venue' as kind, other.id, other.content -> 'venue' ->> 'name' as detail
                            from other join me on me.venue_key = other.venue_key
                            union all
                            select 'speaker', other.id, string_agg(theirs.speaker, ', ')
                            from other
                            join event_speaker theirs on theirs.event_id = other.id
                            join event_speaker ours
                              on ours.event_id = :id and ours.speaker = theirs.speaker
                            group by other.id
                            union all
                            select 'unit', other.id,
                                   min(unit.name) || case when count(*) > 1 then ' +' || count(*) - 1
                                                          else '' end
                            from other
                            join invitation theirs on theirs.event_id = other.id and not theirs.withdrawn
                            join invitation ours
                              on ours.event_id = :id and ours.unit_id = theirs.unit_id
                                 and not ours.withdrawn
                            join unit on unit.id = ours.unit_id
                            group by other.id)
                        select found.kind, found.id, found.detail, other.content ->> 'title' as title,
                               (other.content -> 'schedule')::text as schedule
                        from found join other on other.id = found.id
                        order by other.begins_at, found.id, found.kind desc
                        limit :limit
                        """)
                .bind("id", event.id())
                .bind("begins", begins)
                .bind("ends", ends)
                .bind("longBefore", begins.minus(ScheduleCheck.LONGEST))
                .bind("limit", AT_MOST)
                .map(row -> clash(row, event))
                .all()
                .collectList();
    }

    private Clash clash(Readable row, Event event) {
        Schedule schedule =
                json.readValue(
                        Objects.requireNonNull(row.get("schedule", String.class)), Schedule.class);
        Clash.Kind kind = Clash.Kind.ofCode(Objects.requireNonNull(row.get("kind", String.class)));
        String detail = Objects.requireNonNull(row.get("detail", String.class));
        return new Clash(
                kind,
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("title", String.class)),
                schedule.startsAt() == null
                        ? String.valueOf(schedule.date())
                        : Times.text(schedule.startsAt(), schedule.timeZone()),
                Times.textOrNull(schedule.endsAt(), schedule.timeZone()),
                kind == Clash.Kind.SPEAKER ? asPrinted(detail, event.content()) : detail);
    }

    /** The speakers' names as this event prints them, for the folded ones. */
    private static String asPrinted(String keys, EventContent content) {
        List<String> wanted = List.of(keys.split(", "));
        return content.agenda().stream()
                .flatMap(item -> item.speakers().stream())
                .filter(speaker -> wanted.contains(speaker.key()))
                .map(Speaker::name)
                .distinct()
                .reduce((one, other) -> one + "; " + other)
                .orElse(keys);
    }
}
