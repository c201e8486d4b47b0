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
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads events, those that were never published only for who may change them. */
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

    Flux<Event> all(Collection<UUID> ids) {
        return database.sql(EventRow.SELECT + " where e.id = any(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(rows::read)
                .all();
    }

    Mono<Listing<Event>> list(EventFilter filter, Actor actor, PageRequest page) {
        Conditions conditions = conditions(filter);
        onlyVisible(conditions, filter, actor);
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

    /** How many there are on all pages together. */
    Mono<Long> count(EventFilter filter, Actor actor) {
        Conditions conditions = conditions(filter);
        onlyVisible(conditions, filter, actor);
        return database.sql("select count(*) as events from event e" + conditions.where())
                .bindValues(conditions.values())
                .map(row -> Objects.requireNonNull(row.get("events", Long.class)))
                .one();
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
        if (!filter.statuses().isEmpty()) {
            conditions.and(
                    filter.statuses().stream()
                            .map(EventQueries::hasStatus)
                            .collect(Collectors.joining(" or ", "(", ")")));
        }
        if (filter.statuses().stream().anyMatch(EventQueries::isAskedOfTheClock)) {
            conditions.bind("now", clock.instant());
        }
        if (filter.statuses().contains(EventStatus.PUBLISHED)) {
            conditions.bind("longBeforeNow", clock.instant().minus(ScheduleCheck.LONGEST));
        }
        return conditions
                .inRegion("e.place", filter.regionCode())
                .holdsAll("e.search", filter.words());
    }

    private static String hasStatus(EventStatus status) {
        return switch (status) {
            case DRAFT -> "e.status = 'draft'";
            case CANCELLED -> "e.status = 'cancelled'";
            // the last bounds follow from those before, see above
            case PUBLISHED ->
                    "e.status = 'published' and e.ends_at > :now and e.begins_at > :longBeforeNow";
            case COMPLETED -> "e.status = 'published' and e.ends_at <= :now and e.begins_at < :now";
        };
    }

    private static boolean isAskedOfTheClock(EventStatus status) {
        return status == EventStatus.PUBLISHED || status == EventStatus.COMPLETED;
    }

    /** Drafts are their agency's alone; asked for them only, an index finds those of the agency. */
    private static void onlyVisible(Conditions conditions, EventFilter filter, Actor actor) {
        if (actor.isAdmin() || !filter.statuses().equals(List.of(EventStatus.DRAFT))) {
            onlyVisible(conditions, actor);
            return;
        }
        UUID own = ownAgency(actor);
        if (own == null) {
            conditions.and("false");
        } else {
            conditions.and("e.agency_id = :own", "own", own);
        }
    }

    static void onlyVisible(Conditions conditions, Actor actor) {
        if (actor.isAdmin()) {
            return;
        }
        UUID own = ownAgency(actor);
        if (own == null) {
            conditions.and("e.announced");
        } else {
            conditions.and("(e.announced or e.agency_id = :own)", "own", own);
        }
    }

    /** Whose drafts an organiser sees; null for everybody else. */
    static @Nullable UUID ownAgency(Actor actor) {
        return actor.role() == Role.ORGANISER ? EventCatalogue.agencyOf(actor) : null;
    }

    private static Cursor cursor(Event event) {
        Instant begins =
                Objects.requireNonNullElse(event.content().schedule().begins(), EventRow.NOT_YET);
        return Cursor.of(begins.toString(), event.id().toString());
    }

    /** PostgreSQL has no such times as Java can write. */
    private static Instant instant(String key) {
        try {
            Instant begins = Instant.parse(key);
            if (!begins.isBefore(EventRow.EARLIEST) && !begins.isAfter(EventRow.NOT_YET)) {
                return begins;
            }
        } catch (DateTimeParseException notOurs) {
            // told below, as a time out of range
        }
        throw Cursor.invalid();
    }

    private static UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.invalid();
        }
    }
}
