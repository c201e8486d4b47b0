package id.hadir.events.letter;

import id.hadir.events.agency.Agency;
import id.hadir.kit.id.PathId;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.FieldError;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The form of an agency's letterhead. */
@Controller
class LetterheadPages {

    private final Letterheads letterheads;

    LetterheadPages(Letterheads letterheads) {
        this.letterheads = letterheads;
    }

    @GetMapping("/panitia/kop/{id}")
    Mono<Page> letterhead(
            @PathVariable String id,
            @RequestParam @Nullable String selesai,
            Actor actor,
            Words words) {
        return letterheads
                .agency(actor, PathId.of(id))
                .flatMap(
                        agency ->
                                letterheads
                                        .of(agency)
                                        .map(TypedLetter::of)
                                        .flatMap(
                                                form ->
                                                        page(
                                                                agency,
                                                                form,
                                                                List.of(),
                                                                selesai != null,
                                                                words)));
    }

    @PostMapping("/panitia/kop/{id}")
    Mono<Page> save(@PathVariable String id, ServerWebExchange exchange, Actor actor, Words words) {
        return Mono.zip(
                        letterheads.agency(actor, PathId.of(id)),
                        exchange.getFormData().map(TypedLetter::of))
                .flatMap(parts -> save(actor, parts.getT1(), parts.getT2(), words));
    }

    private Mono<Page> save(Actor actor, Agency agency, TypedLetter form, Words words) {
        FieldErrors errors = new FieldErrors();
        return letterheads
                .put(actor, agency.id(), form.toLetterhead(), errors)
                .map(_ -> Page.redirect(LetterheadView.path(agency) + "?selesai=ya"))
                .onErrorResume(
                        Problem.class,
                        problem ->
                                problem.errors().isEmpty()
                                        ? Mono.error(problem)
                                        : page(agency, form, problem.errors(), false, words)
                                                .map(
                                                        page ->
                                                                page.status(
                                                                        HttpStatus
                                                                                .UNPROCESSABLE_CONTENT)));
    }

    private Mono<Page> page(
            Agency agency, TypedLetter form, List<FieldError> errors, boolean isDone, Words words) {
        return letterheads
                .logo(agency.id())
                .map(
                        logo ->
                                new LetterheadView(
                                        agency,
                                        new FormState(form.values(), errors),
                                        logo.length > 0,
                                        isDone))
                .map(
                        view ->
                                Page.of(
                                                "letter/letterhead",
                                                words.get("letterhead.title"),
                                                Map.of("view", view))
                                        .asset("events/logo.js"));
    }
}
