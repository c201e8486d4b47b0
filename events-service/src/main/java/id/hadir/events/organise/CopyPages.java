package id.hadir.events.organise;

import id.hadir.events.browse.ShownEvents;
import id.hadir.events.event.Event;
import id.hadir.events.event.EventCatalogue;
import id.hadir.events.event.RepeatRequest;
import id.hadir.events.invitation.Invitations;
import id.hadir.events.series.Copies;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.FieldError;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Copies an event to another day. */
@Controller
class CopyPages {

    private static final String WITH_ROSTER = "withRoster";

    private final EventCatalogue events;
    private final Copies copies;
    private final Invitations invitations;
    private final ShownEvents shown;

    CopyPages(EventCatalogue events, Copies copies, Invitations invitations, ShownEvents shown) {
        this.events = events;
        this.copies = copies;
        this.invitations = invitations;
        this.shown = shown;
    }

    @GetMapping("/panitia/{slug}/salin")
    Mono<Page> copy(@PathVariable String slug, Actor actor, Words words) {
        EventForm blank = new EventForm(Map.of(WITH_ROSTER, "on"));
        return events.findOwn(slug, actor)
                .flatMap(event -> page(event, blank, List.of(), actor, words));
    }

    @PostMapping("/panitia/{slug}/salin")
    Mono<Page> copy(
            @PathVariable String slug, ServerWebExchange exchange, Actor actor, Words words) {
        return exchange.getFormData()
                .map(EventForm::typed)
                .flatMap(
                        form -> {
                            FieldErrors errors = new FieldErrors();
                            EventForm.When when = form.when(errors);
                            return copies.copy(
                                            actor,
                                            slug,
                                            new RepeatRequest(when.date(), when.startsAt(), null),
                                            form.values().containsKey(WITH_ROSTER),
                                            errors)
                                    .map(copy -> Page.redirect("/panitia/" + copy.slug()))
                                    .onErrorResume(
                                            EventFormPages::isAboutFields,
                                            failure -> again(slug, form, failure, actor, words));
                        });
    }

    private Mono<Page> again(
            String slug, EventForm form, Throwable failure, Actor actor, Words words) {
        Problem problem = Problem.of(failure);
        return events.findOwn(slug, actor)
                .flatMap(event -> page(event, form, EventFormPages.errors(problem), actor, words))
                .map(page -> page.status(problem.status()));
    }

    private Mono<Page> page(
            Event event, EventForm form, List<FieldError> errors, Actor actor, Words words) {
        FormState state = new FormState(form.values(), errors);
        return Mono.zip(shown.of(event), invitations.roster(actor, event.slug()))
                .map(parts -> new CopyView(parts.getT1(), parts.getT2(), state))
                .map(
                        view ->
                                Page.of(
                                        "organise/copy",
                                        words.get("copy.title"),
                                        Map.of("view", view)));
    }
}
