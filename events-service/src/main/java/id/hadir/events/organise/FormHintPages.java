package id.hadir.events.organise;

import id.hadir.kit.page.Page;
import id.hadir.kit.security.Actor;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The zone beside every time and whether the venue holds all seats, as the form is at that moment:
 * a part of the page, for htmx. It is a POST for the same reason as the search for clashes.
 */
@Controller
class FormHintPages {

    private final AgencyRegions agencies;

    FormHintPages(AgencyRegions agencies) {
        this.agencies = agencies;
    }

    @PostMapping("/panitia/petunjuk")
    Mono<Page> hints(ServerWebExchange exchange, Actor actor) {
        return exchange.getFormData()
                .flatMap(typed -> agencies.into(EventForm.typed(typed), actor))
                .map(form -> Page.fragment("organise/hinted", Map.of("hints", form.hints())));
    }
}
