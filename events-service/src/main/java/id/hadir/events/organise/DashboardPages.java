package id.hadir.events.organise;

import id.hadir.events.body.PathId;
import id.hadir.events.browse.ShownEvent;
import id.hadir.events.browse.ShownEvents;
import id.hadir.events.event.EventCatalogue;
import id.hadir.events.event.EventFilter;
import id.hadir.events.event.EventStatus;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Mono;

/** What an organiser or a desk officer sees first. */
@Controller
class DashboardPages {

    private static final int MOST = 100;
    private static final int PAST = 20;

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
                        list(actor, null, EventStatus.DRAFT, MOST),
                        upcoming(actor),
                        list(actor, null, EventStatus.COMPLETED, PAST))
                .map(lists -> new Dashboard(lists.getT1(), lists.getT2(), lists.getT3()))
                .map(
                        dashboard ->
                                Page.of(
                                                "organise/dashboard",
                                                words.get("organise.title"),
                                                Map.of("view", dashboard))
                                        .wide());
    }

    private Mono<List<ShownEvent>> upcoming(Actor actor) {
        return list(actor, clock.instant(), null, MOST)
                .map(
                        found ->
                                found.stream()
                                        .filter(event -> event.status() != EventStatus.DRAFT)
                                        .toList());
    }

    private Mono<List<ShownEvent>> list(
            Actor actor, @Nullable Instant from, @Nullable EventStatus status, int most) {
        EventFilter filter =
                new EventFilter(
                        from,
                        null,
                        null,
                        null,
                        status,
                        PathId.parse(actor.agencyId()).orElse(null),
                        List.of(),
                        status == EventStatus.COMPLETED);
        return events.list(filter, actor, PageRequest.first(most))
                .map(Listing::items)
                .flatMap(shown::of);
    }
}
