package id.hadir.events.registry;

import id.hadir.events.agency.Agencies;
import id.hadir.events.organise.RegionChoice;
import id.hadir.events.organise.RegionChoices;
import id.hadir.events.region.RegionQueries;
import id.hadir.events.unit.UnitTemplate;
import id.hadir.events.unit.UnitTemplates;
import id.hadir.kit.id.PathId;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Starts the registry of a region from the usual offices of such a government. */
@Controller
class TemplatePages {

    private static final String PATH = "/panitia/unit/templat";
    private static final String REGION = "regionCode";

    private final UnitTemplates templates;
    private final RegionQueries regions;
    private final RegionChoices choices;
    private final Agencies agencies;

    TemplatePages(
            UnitTemplates templates,
            RegionQueries regions,
            RegionChoices choices,
            Agencies agencies) {
        this.templates = templates;
        this.regions = regions;
        this.choices = choices;
        this.agencies = agencies;
    }

    @GetMapping(PATH)
    Mono<Page> form(ServerWebExchange exchange, Actor actor, Words words) {
        MultiValueMap<String, String> query = exchange.getRequest().getQueryParams();
        return (query.isEmpty() ? ownRegion(actor) : Mono.just(RegionChoice.typed(REGION, query)))
                .flatMap(region -> page(region, words));
    }

    private Mono<String> ownRegion(Actor actor) {
        return Mono.justOrEmpty(PathId.parse(actor.agencyId()))
                .flatMap(agencies::find)
                .mapNotNull(agency -> agency.regionCode())
                .defaultIfEmpty("");
    }

    private Mono<Page> page(String region, Words words) {
        return template(region)
                .flatMap(
                        template ->
                                Mono.zip(
                                                choices.of(REGION, region),
                                                template.map(it -> templates.existing(it, region))
                                                        .orElse(Mono.just(Set.of())))
                                        .map(
                                                parts ->
                                                        new TemplateView(
                                                                parts.getT1(),
                                                                template,
                                                                parts.getT2())))
                .map(
                        view ->
                                Page.of(
                                        "registry/template",
                                        words.get("unit.template.title"),
                                        Map.of("view", view)));
    }

    /** Enters the offices that are ticked; all others of the template are left out. */
    @PostMapping(PATH)
    Mono<Page> enter(ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(
                        form -> {
                            String region = Objects.requireNonNullElse(form.getFirst(REGION), "");
                            List<String> chosen = form.getOrDefault("office", List.of());
                            return template(region)
                                    .map(template -> template.orElseThrow(Problem::notFound))
                                    .flatMap(template -> enter(template, region, chosen));
                        })
                .map(
                        entered ->
                                Page.redirect(
                                        "/panitia/unit?dibuat=%d,%d"
                                                .formatted(entered.created(), entered.existing())));
    }

    private Mono<UnitTemplates.Entered> enter(
            UnitTemplate template, String region, List<String> chosen) {
        List<String> leaveOut =
                template.offices().stream()
                        .map(UnitTemplate.Office::code)
                        .filter(code -> !chosen.contains(code))
                        .toList();
        return templates.enter(template.code(), region, leaveOut, new FieldErrors());
    }

    private Mono<Optional<UnitTemplate>> template(String region) {
        return regions.find(region).map(templates::of).defaultIfEmpty(Optional.empty());
    }
}
