package id.hadir.events.venue;

import id.hadir.events.naming.Folded;
import id.hadir.events.query.Conditions;
import id.hadir.kit.id.PathId;
import id.hadir.kit.security.Actor;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds venues among the events that the caller may see, those of the own agency first. */
@Component
public class VenueQueries {

    private static final int WORDS_AT_MOST = 8;

    /** A hall that was used thousands of times is looked at no further than that. */
    private static final int EVENTS_AT_MOST = 2000;

    /** No agency has it. */
    private static final UUID NONE = new UUID(0, 0);

    private static final String FOUND =
            """
            with used as (
                (select e.id, e.venue_key, e.begins_at, e.content, true as own from event e
                 where e.agency_id = :agency and %1$s order by e.begins_at desc limit :events)
                union all
                (select e.id, e.venue_key, e.begins_at, e.content, false from event e
                 where e.announced and e.status <> 'cancelled' and %1$s
                 order by e.begins_at desc limit :events)),
            latest as (
                select distinct on (venue_key) venue_key, id, content -> 'venue' as venue, own, begins_at
                from used order by venue_key, own desc, begins_at desc)
            select latest.id, latest.venue ->> 'name' as name, latest.venue ->> 'address' as address,
                   region.code, region.name as region,
                   cast(latest.venue ->> 'capacity' as int) as capacity, latest.own
            from latest left join region on region.code = latest.venue ->> 'regionCode'
            order by latest.own desc, latest.begins_at desc, latest.venue_key
            limit :limit
            """;

    private final DatabaseClient database;

    VenueQueries(DatabaseClient database) {
        this.database = database;
    }

    /**
     * @param text words of the name; nothing is found for none
     */
    public Mono<List<KnownVenue>> find(
            String text, @Nullable String regionCode, Actor actor, int limit) {
        List<String> words = Folded.words(text).stream().limit(WORDS_AT_MOST).toList();
        if (words.isEmpty()) {
            return Mono.just(List.of());
        }
        Conditions conditions =
                new Conditions()
                        .and("e.venue_key is not null")
                        .holdsAll("(' ' || e.venue_key)", words)
                        .inRegion("e.place", regionCode);
        String wanted = conditions.where().substring(" where ".length());
        return database.sql(FOUND.formatted(wanted))
                .bindValues(conditions.values())
                .bind("agency", PathId.parse(actor.agencyId()).orElse(NONE))
                .bind("events", EVENTS_AT_MOST)
                .bind("limit", limit)
                .map(VenueQueries::venue)
                .all()
                .collectList();
    }

    private static KnownVenue venue(Readable row) {
        return new KnownVenue(
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("name", String.class)),
                row.get("address", String.class),
                row.get("code", String.class),
                row.get("region", String.class),
                row.get("capacity", Integer.class),
                Boolean.TRUE.equals(row.get("own", Boolean.class)));
    }
}
