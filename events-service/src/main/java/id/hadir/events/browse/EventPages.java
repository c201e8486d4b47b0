package id.hadir.events.browse;

import id.hadir.events.event.EventCatalogue;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.security.Actor;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import reactor.core.publisher.Mono;

/** The page of one event, whose address goes round in WhatsApp. */
@Controller
class EventPages {

    private static final Duration KEPT = Duration.ofSeconds(15);

    private final EventCatalogue events;
    private final ShownEvents views;

    EventPages(EventCatalogue events, ShownEvents views) {
        this.events = events;
        this.views = views;
    }

    @GetMapping("/kegiatan/{slug}")
    Mono<Page> event(@PathVariable String slug, Actor actor, Words words) {
        return events.find(slug, actor)
                .flatMap(views::of)
                .map(
                        view ->
                                Page.of(
                                                "browse/event",
                                                view.content().title(),
                                                Map.of("view", view))
                                        .description(view.when(words) + ", " + view.place(words))
                                        .cacheFor(KEPT));
    }
}
