package id.hadir.events.registry;

import id.hadir.events.unit.UnitKeeping;
import id.hadir.events.unit.UnitProfile;
import id.hadir.kit.id.PathId;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.FieldError;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One unit: its names, contacts and place among the others, and whether it is invited. */
@Controller
class UnitPages {

    private static final List<String> NOTICES =
            List.of("tersimpan", "aktif", "nonaktif", "digabung");

    private final UnitKeeping keeping;

    UnitPages(UnitKeeping keeping) {
        this.keeping = keeping;
    }

    @GetMapping("/panitia/unit/{id}")
    Mono<Page> unit(
            @PathVariable String id,
            @RequestParam @Nullable String selesai,
            PageRequest below,
            Actor actor,
            Words words) {
        String notice = selesai != null && NOTICES.contains(selesai) ? selesai : "";
        return keeping.find(PathId.of(id))
                .flatMap(
                        unit ->
                                page(
                                        unit,
                                        new FormState(UnitForm.of(unit).values(), List.of()),
                                        below,
                                        notice,
                                        actor,
                                        words));
    }

    @PostMapping("/panitia/unit/{id}")
    Mono<Page> change(
            @PathVariable String id, ServerWebExchange exchange, Actor actor, Words words) {
        UUID unit = PathId.of(id);
        return exchange.getFormData()
                .map(UnitForm::typed)
                .flatMap(
                        form ->
                                keeping.change(
                                                actor,
                                                unit,
                                                form::isStale,
                                                form::edit,
                                                new FieldErrors())
                                        .map(_ -> done(unit, "tersimpan"))
                                        .onErrorResume(
                                                Problem.class,
                                                problem ->
                                                        again(unit, form, problem, actor, words)));
    }

    /** Takes a unit off the list of those that are invited, or puts it on again. */
    @PostMapping("/panitia/unit/{id}/keadaan")
    Mono<Page> switchOnOrOff(@PathVariable String id, ServerWebExchange exchange, Actor actor) {
        UUID unit = PathId.of(id);
        return exchange.getFormData()
                .map(form -> "aktif".equals(form.getFirst("keadaan")))
                .flatMap(
                        active ->
                                keeping.change(
                                                actor,
                                                unit,
                                                _ -> false,
                                                was -> was.editable().active(active),
                                                new FieldErrors())
                                        .thenReturn(done(unit, active ? "aktif" : "nonaktif")));
    }

    private static Page done(UUID unit, String notice) {
        return Page.redirect("/panitia/unit/" + unit + "?selesai=" + notice);
    }

    /** The form once more, nothing lost: who presses again after that has seen what changed. */
    private Mono<Page> again(UUID id, UnitForm form, Problem problem, Actor actor, Words words) {
        List<FieldError> errors =
                problem.code().equals("unit-exists")
                        ? List.of(FieldError.of("name", "unit-exists"))
                        : problem.errors();
        boolean isStale = problem.status() == HttpStatus.PRECONDITION_FAILED;
        if (errors.isEmpty() && !isStale) {
            return Mono.error(problem);
        }
        return keeping.find(id)
                .flatMap(
                        unit ->
                                page(
                                        unit,
                                        new FormState(form.values(), errors),
                                        PageRequest.first(PageRequest.USUAL),
                                        isStale ? "basi" : "",
                                        actor,
                                        words))
                .map(page -> page.because(problem));
    }

    private Mono<Page> page(
            UnitProfile unit,
            FormState form,
            PageRequest below,
            String notice,
            Actor actor,
            Words words) {
        return Mono.zip(
                        keeping.possibleParents(unit),
                        keeping.below(unit.id(), below),
                        keeping.mayChange(actor, unit),
                        Mono.justOrEmpty(unit.mergedInto()).flatMap(keeping::find).singleOptional())
                .map(
                        parts ->
                                new UnitView(
                                        unit,
                                        form,
                                        parts.getT1(),
                                        parts.getT2(),
                                        parts.getT3(),
                                        parts.getT4(),
                                        notice))
                .map(view -> Page.of("registry/unit", unit.name(), Map.of("view", view)).wide());
    }
}
