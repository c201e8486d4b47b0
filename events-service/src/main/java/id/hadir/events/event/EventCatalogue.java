package id.hadir.events.event;

import id.hadir.kit.id.PathId;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Finds and lists events: one that was never published only for who may change it, to all others
 * there is none.
 */
@Service
public class EventCatalogue {

    private final EventQueries events;
    private final ClashQueries clashes;
    private final CalendarQueries calendar;

    EventCatalogue(EventQueries events, ClashQueries clashes, CalendarQueries calendar) {
        this.events = events;
        this.clashes = clashes;
        this.calendar = calendar;
    }

    /** By id or slug; fails with 404. */
    public Mono<Event> find(String idOrSlug, Actor actor) {
        return PathId.parse(idOrSlug)
                .map(events::find)
                .orElseGet(() -> events.findBySlug(idOrSlug))
                .filter(event -> isVisible(event, actor))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    /** As {@link #find}, and fails with 403 for who may not change it. */
    public Mono<Event> findOwn(String idOrSlug, Actor actor) {
        return find(idOrSlug, actor)
                .filter(event -> mayChange(event, actor))
                .switchIfEmpty(Mono.error(Problem::forbidden));
    }

    /** Whatever its state, for what the service does by itself; empty when there is none. */
    public Mono<Event> any(UUID id) {
        return events.find(id);
    }

    /** Those of the ids that the actor may see, in no particular order. */
    public Mono<List<Event>> all(Collection<UUID> ids, Actor actor) {
        return events.all(ids).filter(event -> isVisible(event, actor)).collectList();
    }

    public Mono<Listing<Event>> list(EventFilter filter, Actor actor, PageRequest page) {
        return events.list(filter, actor, page);
    }

    /** How many events a list has on all its pages. */
    public Mono<Long> count(EventFilter filter, Actor actor) {
        return events.count(filter, actor);
    }

    /** All events of some days in a region, in one statement; see {@link PlannedEvent}. */
    public Mono<List<PlannedEvent>> calendar(
            Instant from, Instant to, @Nullable String regionCode, Actor actor) {
        return calendar.list(from, to, regionCode, actor);
    }

    /** Warnings for who may change the event; nothing for others. */
    public Mono<List<Clash>> clashes(Event event, Actor actor) {
        return mayChange(event, actor) && event.status() != EventStatus.CANCELLED
                ? clashes.of(ClashProbe.of(event), actor)
                : Mono.just(List.of());
    }

    /** Warnings for an organiser of what is about to be planned. */
    public Mono<List<Clash>> clashes(ClashProbe probe, Actor actor) {
        return clashes.of(probe, actor);
    }

    static boolean isVisible(Event event, Actor actor) {
        return event.announced() || mayChange(event, actor);
    }

    public static boolean mayChange(Event event, Actor actor) {
        return actor.mayOrganise(event.agency().id().toString());
    }

    /** The agency of an organiser's account, null for who has none. */
    static @Nullable UUID agencyOf(Actor actor) {
        return PathId.parse(actor.agencyId()).orElse(null);
    }
}
