package id.hadir.materials.material;

import id.hadir.kit.id.PathId;
import id.hadir.kit.listing.Cursor;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import id.hadir.materials.eventcopy.EventCopy;
import id.hadir.materials.eventcopy.EventQueries;
import id.hadir.materials.material.Material.Verdict;
import id.hadir.materials.ticket.TicketCode;
import id.hadir.materials.ticket.TicketHolder;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What callers get to see of an event's materials. */
@Service
public class Catalogue {

    /**
     * A material that its viewer may know of.
     *
     * @param available whether it is handed out already
     */
    public record Offer(Material material, boolean available) {}

    /** A material that its viewer may have, at once. */
    public record Opened(Material material, Viewer viewer) {}

    /** What one viewer finds at an event. */
    public record Shelf(EventCopy event, Viewer viewer, List<Offer> offers) {}

    /** A material, whoever may have it. */
    public record Found(Material material, EventCopy event) {}

    private final EventQueries events;
    private final MaterialQueries queries;
    private final Viewers viewers;
    private final Clock clock;

    Catalogue(EventQueries events, MaterialQueries queries, Viewers viewers, Clock clock) {
        this.events = events;
        this.queries = queries;
        this.viewers = viewers;
        this.clock = clock;
    }

    Mono<Listing<Offer>> list(
            String eventId, Actor actor, Optional<TicketCode> ticket, PageRequest page) {
        return Mono.justOrEmpty(PathId.parse(eventId))
                .flatMap(events::awaitById)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .flatMap(
                        event ->
                                viewers.of(event, actor, ticket, TicketHolder::isConfirmed)
                                        .flatMap(viewer -> list(event, viewer, page)));
    }

    private Mono<Listing<Offer>> list(EventCopy event, Viewer viewer, PageRequest page) {
        return queries.list(event.id(), viewer.audiences(), after(page), page.limitPlusOne())
                .map(rows -> offers(rows, viewer))
                .map(offers -> Listing.of(offers, page, Catalogue::cursor));
    }

    /** All that the caller may know of, for a page; empty when there is no such event. */
    public Mono<Shelf> shelf(String slug, Actor actor, Optional<TicketCode> ticket) {
        return events.bySlug(slug)
                .flatMap(
                        event ->
                                viewers.of(event, actor, ticket, TicketHolder::isConfirmed)
                                        .flatMap(viewer -> shelf(event, viewer)));
    }

    private Mono<Shelf> shelf(EventCopy event, Viewer viewer) {
        return queries.list(event.id(), viewer.audiences(), null, Integer.MAX_VALUE)
                .map(rows -> new Shelf(event, viewer, offers(rows, viewer)));
    }

    /** Refuses with what the contract says, unless the caller may have the material now. */
    public Mono<Opened> open(
            String materialId,
            @Nullable Integer version,
            Actor actor,
            Optional<TicketCode> ticket) {
        return find(materialId, version)
                .flatMap(found -> view(found, actor, ticket))
                .doOnNext(this::requireOpen);
    }

    /**
     * Whoever may have it, so ask next who asks; not found when there is no such material.
     *
     * @param version null: the latest
     */
    public Mono<Found> find(String materialId, @Nullable Integer version) {
        return Mono.justOrEmpty(PathId.parse(materialId))
                .flatMap(id -> version == null ? queries.latest(id) : queries.version(id, version))
                .flatMap(this::withEvent)
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    private Mono<Found> withEvent(Material material) {
        return events.byId(material.eventId()).map(event -> new Found(material, event));
    }

    private Mono<Opened> view(Found found, Actor actor, Optional<TicketCode> ticket) {
        Audience audience = found.material().audience();
        return viewers.of(
                        found.event(), actor, ticket, holder -> Viewer.belongsTo(audience, holder))
                .map(viewer -> new Opened(found.material(), viewer));
    }

    private void requireOpen(Opened opened) {
        switch (opened.material().verdictFor(opened.viewer(), clock.instant())) {
            case OPEN -> {}
            case NOT_YOUR_AUDIENCE -> throw Problem.of(HttpStatus.FORBIDDEN, "not-your-audience");
            case NOT_RELEASED ->
                    throw Problem.of(HttpStatus.FORBIDDEN, "not-released")
                            .with("releaseAt", String.valueOf(opened.material().releaseAt()));
        }
    }

    private List<Offer> offers(List<Material> rows, Viewer viewer) {
        Instant now = clock.instant();
        return rows.stream()
                .map(row -> new Offer(row, row.verdictFor(viewer, now) == Verdict.OPEN))
                .toList();
    }

    private static Cursor cursor(Offer offer) {
        return Cursor.of(offer.material().id().toString());
    }

    private static @Nullable UUID after(PageRequest page) {
        try {
            return page.after() == null ? null : UUID.fromString(page.after().key(0));
        } catch (IllegalArgumentException _) {
            throw Cursor.invalid();
        }
    }
}
