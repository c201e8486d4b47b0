package id.hadir.events.registry;

import id.hadir.events.agency.Agencies;
import id.hadir.events.organise.RegionChoices;
import id.hadir.events.unit.Unit;
import id.hadir.events.unit.UnitKeeping;
import id.hadir.events.unit.UnitRegister;
import id.hadir.kit.id.PathId;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.security.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The registry of units: searched by words, region and kind. */
@Controller
class RegistryPages {

    private final UnitRegister units;
    private final UnitKeeping keeping;
    private final RegionChoices regions;
    private final Agencies agencies;

    RegistryPages(
            UnitRegister units, UnitKeeping keeping, RegionChoices regions, Agencies agencies) {
        this.units = units;
        this.keeping = keeping;
        this.regions = regions;
        this.agencies = agencies;
    }

    /** Without a question, those of the region of the agency. */
    @GetMapping("/panitia/unit")
    Mono<Page> list(ServerWebExchange exchange, PageRequest request, Actor actor, Words words) {
        MultiValueMap<String, String> query = exchange.getRequest().getQueryParams();
        return filter(query, actor)
                .flatMap(
                        filter ->
                                units.list(filter.search(), request)
                                        .flatMap(found -> page(filter, found, words)));
    }

    private Mono<RegistryFilter> filter(MultiValueMap<String, String> query, Actor actor) {
        return query.containsKey("q")
                ? Mono.just(RegistryFilter.typed(query))
                : Mono.justOrEmpty(PathId.parse(actor.agencyId()))
                        .flatMap(agencies::find)
                        .mapNotNull(agency -> agency.regionCode())
                        .defaultIfEmpty("")
                        .map(region -> RegistryFilter.of(region, query));
    }

    private Mono<Page> page(RegistryFilter filter, Listing<Unit> found, Words words) {
        String cursor = found.next();
        return Mono.zip(
                        regions.of(RegistryFilter.REGION, filter.region()),
                        keeping.formerNames(found.items()))
                .map(
                        parts ->
                                new RegistryView(
                                        new FormState(filter.values(), List.of()),
                                        parts.getT1(),
                                        found.items(),
                                        parts.getT2(),
                                        cursor == null ? null : filter.page(cursor),
                                        filter.entered()))
                .map(
                        view ->
                                Page.of(
                                                "registry/list",
                                                words.get("unit.title"),
                                                Map.of("view", view))
                                        .wide());
    }
}
