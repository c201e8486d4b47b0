package id.hadir.events.organise;

import id.hadir.events.browse.ShownEvents;
import id.hadir.events.event.Event;
import id.hadir.events.event.EventCatalogue;
import id.hadir.events.invitation.Invitations;
import id.hadir.events.series.SeriesPlanning;
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

/** Makes a series of an event. */
@Controller
class SeriesPages {

    private final EventCatalogue events;
    private final SeriesPlanning planning;
    private final Invitations invitations;
    private final ShownEvents shown;

    SeriesPages(
            EventCatalogue events,
            SeriesPlanning planning,
            Invitations invitations,
            ShownEvents shown) {
        this.events = events;
        this.planning = planning;
        this.invitations = invitations;
        this.shown = shown;
    }

    @GetMapping("/panitia/{slug}/rangkaian")
    Mono<Page> series(@PathVariable String slug, Actor actor, Words words) {
        return events.findOwn(slug, actor)
                .flatMap(event -> page(event, SeriesForm.blank(words), List.of(), actor, words));
    }

    @PostMapping("/panitia/{slug}/rangkaian")
    Mono<Page> make(
            @PathVariable String slug, ServerWebExchange exchange, Actor actor, Words words) {
        return exchange.getFormData()
                .map(SeriesForm::typed)
                .flatMap(
                        form -> {
                            FieldErrors errors = new FieldErrors();
                            return planning.make(actor, slug, form.toRequest(errors), errors)
                                    .map(_ -> Page.redirect("/panitia/" + slug + "#rangkaian"))
                                    .onErrorResume(
                                            EventFormPages::isAboutFields,
                                            failure -> again(slug, form, failure, actor, words));
                        });
    }

    private Mono<Page> again(
            String slug, SeriesForm form, Throwable failure, Actor actor, Words words) {
        Problem problem = Problem.of(failure);
        return events.findOwn(slug, actor)
                .flatMap(event -> page(event, form, EventFormPages.errors(problem), actor, words))
                .map(page -> page.status(problem.status()));
    }

    private Mono<Page> page(
            Event event, SeriesForm form, List<FieldError> errors, Actor actor, Words words) {
        FormState state = new FormState(form.values(), errors);
        return Mono.zip(shown.of(event), invitations.roster(actor, event.slug()))
                .map(parts -> new SeriesFormView(parts.getT1(), parts.getT2(), state))
                .map(
                        view ->
                                Page.of(
                                        "organise/series",
                                        words.get("series.make"),
                                        Map.of("view", view)));
    }
}
