package id.hadir.events.letter;

import id.hadir.events.invitation.Invitations;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.pdf.Paper;
import id.hadir.kit.problem.FieldError;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The letter of an event: its text, its number, what it looks like and its files. */
@Controller
class LetterPages {

    private final LetterDesk letters;
    private final LetterPrinting printing;
    private final Invitations invitations;

    LetterPages(LetterDesk letters, LetterPrinting printing, Invitations invitations) {
        this.letters = letters;
        this.printing = printing;
        this.invitations = invitations;
    }

    @GetMapping("/panitia/{slug}/surat")
    Mono<Page> letter(
            @PathVariable String slug,
            @RequestParam @Nullable String selesai,
            Actor actor,
            Words words) {
        return letters.find(actor, slug)
                .flatMap(
                        letter ->
                                page(
                                        actor,
                                        letter,
                                        TypedLetter.of(letter),
                                        List.of(),
                                        selesai != null,
                                        words));
    }

    /** Saves; by the other buttons it then numbers, or takes the letterhead of today. */
    @PostMapping("/panitia/{slug}/surat")
    Mono<Page> save(
            @PathVariable String slug, ServerWebExchange exchange, Actor actor, Words words) {
        return Mono.zip(letters.find(actor, slug), exchange.getFormData().map(TypedLetter::of))
                .flatMap(parts -> save(actor, parts.getT1(), parts.getT2(), words));
    }

    private Mono<Page> save(Actor actor, Letter letter, TypedLetter form, Words words) {
        UUID event = letter.shown().event().id();
        return letters.put(actor, event, form.toLetter(), new FieldErrors())
                .flatMap(
                        saved ->
                                switch (form.values().getOrDefault("lanjut", "")) {
                                    case "nomori" -> letters.number(actor, event);
                                    case "kop" -> letters.renewHead(actor, event);
                                    default -> Mono.just(saved);
                                })
                .map(_ -> Page.redirect(letter.shown().organiserPath() + "/surat?selesai=ya"))
                .onErrorResume(
                        Problem.class,
                        problem ->
                                problem.errors().isEmpty()
                                        ? Mono.error(problem)
                                        : page(actor, letter, form, problem.errors(), false, words)
                                                .map(
                                                        page ->
                                                                page.status(
                                                                        HttpStatus
                                                                                .UNPROCESSABLE_CONTENT)));
    }

    /** The first page as it will be printed. */
    @GetMapping("/panitia/{slug}/surat/pratinjau")
    Mono<ResponseEntity<byte[]>> picture(
            @PathVariable String slug, @RequestParam @Nullable String kertas, Actor actor) {
        return printing.picture(actor, slug, Paper.ofCode(kertas))
                .map(png -> ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(png));
    }

    private Mono<Page> page(
            Actor actor,
            Letter letter,
            TypedLetter form,
            List<FieldError> errors,
            boolean isDone,
            Words words) {
        return invitations
                .roster(actor, letter.shown().event().slug())
                .zipWhen(roster -> printing.files(letter, roster.invitedUnits()))
                .map(
                        parts ->
                                new LetterPageView(
                                        letter,
                                        new FormState(form.values(), errors),
                                        parts.getT1(),
                                        parts.getT2(),
                                        isDone))
                .map(
                        view ->
                                Page.of(
                                                "letter/letter",
                                                words.get("letter.title." + letter.kind().code()),
                                                Map.of("view", view))
                                        .wide());
    }
}
