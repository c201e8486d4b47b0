package id.hadir.events.organise;

import id.hadir.kit.page.Page;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The next steps of a choice of regions, for htmx. */
@Controller
class RegionPages {

    private final RegionChoices regions;

    RegionPages(RegionChoices regions) {
        this.regions = regions;
    }

    @GetMapping("/panitia/wilayah")
    Mono<Page> region(@RequestParam String field, ServerWebExchange exchange) {
        String code = RegionChoice.typed(field, exchange.getRequest().getQueryParams());
        return regions.of(field, code)
                .map(choice -> Page.fragment("organise/region", Map.of("region", choice)));
    }
}
