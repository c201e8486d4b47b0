package id.hadir.events.organise;

import id.hadir.events.browse.ShownEvents;
import id.hadir.events.event.Event;
import id.hadir.events.event.EventCatalogue;
import id.hadir.events.event.EventFilter;
import id.hadir.events.organise.Dashboard.Group;
import id.hadir.events.organise.Dashboard.Kind;
import id.hadir.kit.id.PathId;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/**
 * What an organiser or a desk officer sees first, and the lists of which it shows the beginning.
 */
@Controller
class DashboardPages {

    private static final PageRequest MOST = PageRequest.first(100);
    private static final PageRequest LATEST = PageRequest.first(20);

    private final EventCatalogue events;
    private final ShownEvents shown;
    private final Clock clock;

    DashboardPages(EventCatalogue events, ShownEvents shown, Clock clock) {
        this.events = events;
        this.shown = shown;
        this.clock = clock;
    }

    @GetMapping("/panitia")
    Mono<Page> dashboard(Actor actor, Words words) {
        return Mono.zip(
                        group(Kind.DRAFTS, actor, MOST),
                        group(Kind.UPCOMING, actor, MOST),
                        group(Kind.PAST, actor, LATEST))
                .map(groups -> new Dashboard(groups.getT1(), groups.getT2(), groups.getT3()))
                .map(
                        dashboard ->
                                Page.of(
                                                "organise/dashboard",
                                                words.get("organise.title"),
                                                Map.of("view", dashboard))
                                        .wide());
    }

    @GetMapping(value = "/panitia", params = "daftar")
    Mono<Page> list(@RequestParam String daftar, PageRequest page, Actor actor, Words words) {
        Kind kind =
                Arrays.stream(Kind.values())
                        .filter(known -> known.code().equals(daftar))
                        .findFirst()
                        .orElseThrow(Problem::notFound);
        return group(kind, actor, page)
                .map(
                        group ->
                                Page.of(
                                                "organise/list",
                                                words.get(kind.title()),
                                                Map.of("view", group))
                                        .wide());
    }

    private Mono<Group> group(Kind kind, Actor actor, PageRequest page) {
        EventFilter filter =
                new EventFilter(
                        kind == Kind.UPCOMING ? clock.instant() : null,
                        null,
                        null,
                        null,
                        kind.statuses(),
                        PathId.parse(actor.agencyId()).orElse(null),
                        List.of(),
                        kind == Kind.PAST);
        return events.list(filter, actor, page)
                .flatMap(
                        listing ->
                                Mono.zip(
                                        shown.of(listing.items()),
                                        total(listing, filter, actor, page),
                                        (views, total) ->
                                                new Group(kind, views, total, listing.next())));
    }

    /** A list that fits on its first page needs no counting. */
    private Mono<Long> total(
            Listing<Event> listing, EventFilter filter, Actor actor, PageRequest page) {
        return page.after() == null && listing.next() == null
                ? Mono.just((long) listing.items().size())
                : events.count(filter, actor);
    }
}
