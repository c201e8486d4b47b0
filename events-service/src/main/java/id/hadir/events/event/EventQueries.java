package id.hadir.events.event;

import id.hadir.events.query.Conditions;
import id.hadir.kit.listing.Cursor;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.security.Actor;
import id.hadir.kit.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads events, drafts only for who may change them. */
@Component
class EventQueries {

    private final DatabaseClient database;
    private final EventRow rows;
    private final Clock clock;

    EventQueries(DatabaseClient database, EventRow rows, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.clock = clock;
    }

    Mono<Event> find(UUID id) {
        return database.sql(EventRow.SELECT + " where e.id = :id")
                .bind("id", id)
                .map(rows::read)
                .one();
    }

    Mono<Event> findBySlug(String slug) {
        return database.sql(EventRow.SELECT + " where e.slug = :slug")
                .bind("slug", slug)
                .map(rows::read)
                .one();
    }

    Mono<Listing<Event>> list(EventFilter filter, Actor actor, PageRequest page) {
        Conditions conditions = conditions(filter).inRegion("e.place", filter.regionCode());
        conditions.holdsAll("e.search", filter.words());
        onlyVisible(conditions, actor);
        Cursor after = page.after();
        if (after != null) {
            conditions
                    .and(
                            "(e.begins_at, e.id) "
                                    + (filter.newestFirst() ? "<" : ">")
                                    + " (:begins, :id)")
                    .bind("begins", instant(after.key(0)))
                    .bind("id", id(after.key(1)));
        }
        String direction = filter.newestFirst() ? " desc" : "";
        String order = " order by e.begins_at" + direction + ", e.id" + direction + " limit :limit";
        return database.sql(EventRow.SELECT + conditions.where() + order)
                .bindValues(conditions.values())
                .bind("limit", page.limitPlusOne())
                .map(rows::read)
                .all()
                .collectList()
                .map(events -> Listing.of(events, page, EventQueries::cursor));
    }

    private Conditions conditions(EventFilter filter) {
        Conditions conditions = new Conditions();
        if (filter.from() != null) {
            // the second bound follows from the first and lets the index skip what lies far back
            conditions
                    .and("e.ends_at > :from and e.begins_at > :longBefore", "from", filter.from())
                    .bind("longBefore", filter.from().minus(ScheduleCheck.LONGEST));
        }
        if (filter.to() != null) {
            conditions.and("e.begins_at < :to", "to", filter.to());
        }
        if (filter.type() != null) {
            conditions.and("e.type = :type", "type", filter.type().code());
        }
        if (filter.agencyId() != null) {
            conditions.and("e.agency_id = :agency", "agency", filter.agencyId());
        }
        if (filter.status() != null) {
            status(conditions, filter.status());
        }
        return conditions;
    }

    private void status(Conditions conditions, EventStatus status) {
        switch (status) {
            case DRAFT -> conditions.and("e.status = 'draft'");
            case CANCELLED -> conditions.and("e.status = 'cancelled'");
            case PUBLISHED ->
                    conditions
                            .and("e.status = 'published'")
                            .and("e.ends_at > :now", "now", clock.instant());
            case COMPLETED ->
                    conditions
                            .and("e.status = 'published'")
                            // the second bound follows from the first, see above
                            .and(
                                    "e.ends_at <= :now and e.begins_at < :now",
                                    "now",
                                    clock.instant());
        }
    }

    private static void onlyVisible(Conditions conditions, Actor actor) {
        if (actor.isAdmin()) {
            return;
        }
        UUID own = actor.role() == Role.ORGANISER ? EventCatalogue.agencyOf(actor) : null;
        if (own == null) {
            conditions.and("e.status <> 'draft'");
        } else {
            conditions.and("(e.status <> 'draft' or e.agency_id = :own)", "own", own);
        }
    }

    private static Cursor cursor(Event event) {
        Instant begins =
                Objects.requireNonNullElse(event.content().schedule().begins(), EventRow.NOT_YET);
        return Cursor.of(begins.toString(), event.id().toString());
    }

    private static Instant instant(String key) {
        try {
            return Instant.parse(key);
        } catch (DateTimeParseException notOurs) {
            throw Cursor.invalid();
        }
    }

    private static UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.invalid();
        }
    }
}
