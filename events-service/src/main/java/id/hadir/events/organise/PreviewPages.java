package id.hadir.events.organise;

import id.hadir.events.browse.ShownEvents;
import id.hadir.events.event.EventCatalogue;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.security.Actor;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import reactor.core.publisher.Mono;

/** The public page of an event, and what its registration will ask, before anybody else sees it. */
@Controller
class PreviewPages {

    private final EventCatalogue events;
    private final ShownEvents shown;

    PreviewPages(EventCatalogue events, ShownEvents shown) {
        this.events = events;
        this.shown = shown;
    }

    @GetMapping("/panitia/{slug}/pratinjau")
    Mono<Page> preview(@PathVariable String slug, Actor actor, Words words) {
        return events.findOwn(slug, actor)
                .flatMap(shown::of)
                .map(
                        event ->
                                Page.of(
                                        "organise/preview",
                                        words.get(
                                                "organise.preview.title", event.content().title()),
                                        Map.of("view", event)));
    }
}
