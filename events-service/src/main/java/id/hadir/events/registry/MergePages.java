package id.hadir.events.registry;

import id.hadir.events.unit.MergePreview;
import id.hadir.events.unit.Unit;
import id.hadir.events.unit.UnitKeeping;
import id.hadir.events.unit.UnitMerging;
import id.hadir.events.unit.UnitProfile;
import id.hadir.events.unit.UnitRegister;
import id.hadir.events.unit.UnitSearch;
import id.hadir.kit.id.PathId;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Merges an office that was entered twice: the other one is chosen, then what it does is shown. */
@Controller
@RequestMapping("/panitia/unit/{id}/gabung")
class MergePages {

    private static final String CHOSEN = "ke";
    private static final PageRequest OTHERS = PageRequest.first(100);

    private final UnitKeeping keeping;
    private final UnitMerging merging;
    private final UnitRegister units;

    MergePages(UnitKeeping keeping, UnitMerging merging, UnitRegister units) {
        this.keeping = keeping;
        this.merging = merging;
        this.units = units;
    }

    @GetMapping
    Mono<Page> choose(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = CHOSEN, required = false) @Nullable String chosen,
            Actor actor,
            Words words) {
        UUID unit = PathId.of(id);
        return chosen == null
                ? page(unit, q, Optional.empty(), null, actor, words)
                : merging.preview(actor, unit, chosen)
                        .flatMap(preview -> page(unit, q, Optional.of(preview), null, actor, words))
                        .onErrorResume(
                                Problem.class,
                                problem -> page(unit, q, Optional.empty(), problem, actor, words));
    }

    @PostMapping
    Mono<Page> merge(
            @PathVariable String id, ServerWebExchange exchange, Actor actor, Words words) {
        UUID unit = PathId.of(id);
        return exchange.getFormData()
                .mapNotNull(form -> form.getFirst(CHOSEN))
                .defaultIfEmpty("")
                .flatMap(chosen -> merging.merge(actor, unit, chosen))
                .map(
                        merged ->
                                Page.redirect(
                                        "/panitia/unit/%s?selesai=digabung"
                                                .formatted(merged.mergedInto())))
                .onErrorResume(
                        Problem.class,
                        problem -> page(unit, "", Optional.empty(), problem, actor, words));
    }

    /**
     * Whoever may not merge it, or asks for a unit that is not there, is told no more than that.
     */
    private Mono<Page> page(
            UUID id,
            String typed,
            Optional<MergePreview> preview,
            @Nullable Problem refusal,
            Actor actor,
            Words words) {
        if (refusal != null && isNoAnswer(refusal)) {
            return Mono.error(refusal);
        }
        return keeping.find(id)
                .filterWhen(unit -> keeping.mayChange(actor, unit))
                .switchIfEmpty(Mono.error(Problem::forbidden))
                .flatMap(
                        unit ->
                                others(unit, typed)
                                        .map(
                                                others ->
                                                        new MergeView(
                                                                unit,
                                                                typed,
                                                                others,
                                                                preview.orElse(null),
                                                                refusal == null
                                                                        ? ""
                                                                        : code(refusal))))
                .map(
                        view ->
                                Page.of(
                                        "registry/merge",
                                        words.get("merge.title"),
                                        Map.of("view", view)))
                .map(page -> refusal == null ? page : page.because(refusal));
    }

    private static boolean isNoAnswer(Problem problem) {
        return problem.status() == HttpStatus.FORBIDDEN || problem.status() == HttpStatus.NOT_FOUND;
    }

    private static String code(Problem problem) {
        return problem.errors().isEmpty()
                ? "problem." + problem.code() + ".detail"
                : "field." + problem.errors().getFirst().code();
    }

    /** The search finds those below the region as well, which are no doubles. */
    private Mono<List<Unit>> others(UnitProfile unit, String typed) {
        return units.list(UnitSearch.of(unit.regionCode(), unit.kind().code(), typed), OTHERS)
                .map(
                        found ->
                                found.items().stream()
                                        .filter(other -> !other.id().equals(unit.id()))
                                        .filter(
                                                other ->
                                                        Objects.equals(
                                                                other.regionCode(),
                                                                unit.regionCode()))
                                        .toList());
    }
}
