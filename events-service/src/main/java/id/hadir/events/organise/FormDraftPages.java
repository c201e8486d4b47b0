package id.hadir.events.organise;

import id.hadir.events.event.EventCatalogue;
import id.hadir.kit.page.Page;
import id.hadir.kit.security.Actor;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Takes what is being typed into the form of an event, for the page's script. */
@Controller
class FormDraftPages {

    private final EventCatalogue events;
    private final FormDrafts drafts;

    FormDraftPages(EventCatalogue events, FormDrafts drafts) {
        this.events = events;
        this.drafts = drafts;
    }

    @PostMapping("/panitia/baru/simpan")
    Mono<Page> keepNew(ServerWebExchange exchange, Actor actor) {
        return keep(FormDraftStore.NEW, exchange, actor);
    }

    @PostMapping("/panitia/{slug}/ubah/simpan")
    Mono<Page> keep(@PathVariable String slug, Actor actor, ServerWebExchange exchange) {
        return events.findOwn(slug, actor)
                .flatMap(event -> keep(event.id().toString(), exchange, actor));
    }

    private Mono<Page> keep(String form, ServerWebExchange exchange, Actor actor) {
        return exchange.getFormData()
                .flatMap(typed -> drafts.keep(actor, form, typed))
                .map(draft -> Page.fragment("organise/draftkept", Map.of("draft", draft)));
    }
}
