package id.hadir.events.organise;

import id.hadir.events.browse.ShownEvents;
import id.hadir.events.event.Event;
import id.hadir.events.event.EventCatalogue;
import id.hadir.events.event.EventPlanning;
import id.hadir.events.event.IfMatch;
import id.hadir.events.invitation.Invitations;
import id.hadir.events.series.SeriesPlanning;
import id.hadir.kit.page.Page;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/** One event as its organiser sees it, with what is missing and what to do next. */
@Controller
class EventDeskPages {

    private final EventCatalogue events;
    private final EventPlanning planning;
    private final Invitations invitations;
    private final SeriesPlanning series;
    private final ShownEvents shown;

    EventDeskPages(
            EventCatalogue events,
            EventPlanning planning,
            Invitations invitations,
            SeriesPlanning series,
            ShownEvents shown) {
        this.events = events;
        this.planning = planning;
        this.invitations = invitations;
        this.series = series;
        this.shown = shown;
    }

    @GetMapping("/panitia/{slug}")
    Mono<Page> desk(@PathVariable String slug, Actor actor) {
        return events.findOwn(slug, actor).flatMap(event -> page(event, actor));
    }

    /** What is missing stands on the page; a refusal only has to show it again. */
    @PostMapping("/panitia/{slug}/terbit")
    Mono<Page> publish(@PathVariable String slug, Actor actor) {
        return events.findOwn(slug, actor)
                .flatMap(
                        event ->
                                planning.publish(actor, event.id(), IfMatch.ANY)
                                        .map(_ -> Page.redirect("/panitia/" + slug))
                                        .onErrorResume(
                                                EventDeskPages::isIncomplete,
                                                _ -> refused(event, actor)));
    }

    private Mono<Page> refused(Event event, Actor actor) {
        return page(event, actor).map(page -> page.status(HttpStatus.CONFLICT));
    }

    private Mono<Page> page(Event event, Actor actor) {
        return Mono.zip(
                        shown.of(event),
                        events.clashes(event, actor),
                        invitations.roster(actor, event.slug()),
                        series.of(event, actor).map(Optional::of).defaultIfEmpty(Optional.empty()))
                .map(
                        parts ->
                                new EventDesk(
                                        parts.getT1(), parts.getT2(), parts.getT3(), parts.getT4()))
                .map(
                        desk ->
                                Page.of(
                                                "organise/event",
                                                event.content().title(),
                                                Map.of("view", desk))
                                        .wide());
    }

    private static boolean isIncomplete(Throwable failure) {
        return failure instanceof Problem problem && problem.code().equals("incomplete");
    }
}
