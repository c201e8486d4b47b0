package id.hadir.attendance.privacy;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventQueries;
import id.hadir.attendance.eventcopy.EventView;
import id.hadir.attendance.privacy.ObjectionQueries.Made;
import id.hadir.kit.id.PathId;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What attendees of an event object to, and the organiser's answers. */
@Controller
@RequestMapping("/panitia/{slug}/peserta/keberatan")
public class ObjectionPages {

    private final EventQueries events;
    private final Objections objections;
    private final Clock clock;

    ObjectionPages(EventQueries events, Objections objections, Clock clock) {
        this.events = events;
        this.objections = objections;
        this.clock = clock;
    }

    /** An event's objections as the page shows them. */
    public record View(EventView event, List<Made> objections, Instant now) {}

    @GetMapping
    Mono<Page> list(Actor actor, @PathVariable String slug, Words words) {
        return event(actor, slug).flatMap(event -> list(actor, event, "", words));
    }

    @PostMapping("/{objectionId}")
    Mono<Page> answer(
            Actor actor,
            @PathVariable String slug,
            @PathVariable String objectionId,
            ServerWebExchange exchange,
            Words words) {
        return exchange.getFormData()
                .map(FormState::typed)
                .flatMap(
                        form ->
                                event(actor, slug)
                                        .flatMap(
                                                event ->
                                                        answer(
                                                                actor,
                                                                event,
                                                                objectionId,
                                                                form,
                                                                words)));
    }

    private Mono<Page> answer(
            Actor actor, Event event, String objectionId, FormState form, Words words) {
        return objections
                .answer(actor, event.id(), PathId.of(objectionId), form.value("text"))
                .thenReturn(Page.redirect("/panitia/" + event.slug() + "/peserta/keberatan"))
                .onErrorResume(
                        Problem.class,
                        problem ->
                                list(actor, event, problem.code(), words)
                                        .map(page -> page.because(problem)));
    }

    private Mono<Event> event(Actor actor, String slug) {
        return events.findBySlug(slug).flatMap(found -> objections.event(actor, found.id()));
    }

    private Mono<Page> list(Actor actor, Event event, String refusal, Words words) {
        return objections
                .at(actor, event.id())
                .map(made -> new View(EventView.of(event, clock.instant()), made, clock.instant()))
                .map(
                        view ->
                                Page.of(
                                                "privacy/objections",
                                                words.get("privacy.objection.title"),
                                                Map.of("view", view, "refusal", refusal))
                                        .secret());
    }
}
