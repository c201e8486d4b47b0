package id.hadir.events.organise;

import id.hadir.events.browse.ShownEvents;
import id.hadir.events.event.Clash;
import id.hadir.events.event.ClashProbe;
import id.hadir.events.event.Event;
import id.hadir.events.event.EventCatalogue;
import id.hadir.events.event.EventPlanning;
import id.hadir.events.event.EventRequest.VenueRequest;
import id.hadir.events.event.IfMatch;
import id.hadir.events.event.RescheduleRequest;
import id.hadir.events.series.SeriesPlanning;
import id.hadir.events.venue.KnownVenue;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.FieldError;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Moves an event in time and place, or cancels it; both tell everybody why. */
@Controller
class MovePages {

    private final EventCatalogue events;
    private final EventPlanning planning;
    private final SeriesPlanning series;
    private final ShownEvents shown;
    private final RegionChoices regions;
    private final VenueChoices venues;

    MovePages(
            EventCatalogue events,
            EventPlanning planning,
            SeriesPlanning series,
            ShownEvents shown,
            RegionChoices regions,
            VenueChoices venues) {
        this.events = events;
        this.planning = planning;
        this.series = series;
        this.shown = shown;
        this.regions = regions;
        this.venues = venues;
    }

    @GetMapping("/panitia/{slug}/jadwal")
    Mono<Page> move(@PathVariable String slug, Actor actor, Words words) {
        return events.findOwn(slug, actor)
                .flatMap(
                        event ->
                                page(
                                        "organise/move",
                                        event,
                                        unmoved(event),
                                        List.of(),
                                        actor,
                                        words));
    }

    @PostMapping("/panitia/{slug}/jadwal")
    Mono<Page> move(
            @PathVariable String slug, ServerWebExchange exchange, Actor actor, Words words) {
        return Mono.zip(events.findOwn(slug, actor), exchange.getFormData())
                .flatMap(
                        parts -> {
                            Event event = parts.getT1();
                            EventForm form = EventForm.typed(parts.getT2());
                            if (parts.getT2().containsKey("lanjut")) {
                                return more(event, form, parts.getT2(), actor, words);
                            }
                            FieldErrors errors = new FieldErrors();
                            return move(actor, event, form, errors)
                                    .map(MovePages::done)
                                    .onErrorResume(
                                            EventFormPages::isAboutFields,
                                            failure ->
                                                    again(
                                                            "organise/move",
                                                            event,
                                                            form,
                                                            failure,
                                                            actor,
                                                            words));
                        });
    }

    private Mono<Event> move(Actor actor, Event event, EventForm form, FieldErrors errors) {
        RescheduleRequest request = request(form, errors);
        return form.reachesFollowing()
                ? series.reschedule(
                        actor, event.id(), IfMatch.ANY, form.leavesOut(), request, errors)
                : planning.reschedule(actor, event.id(), IfMatch.ANY, request, errors);
    }

    @GetMapping("/panitia/{slug}/batal")
    Mono<Page> cancel(@PathVariable String slug, Actor actor, Words words) {
        var blank = new EventForm(Map.of());
        return events.findOwn(slug, actor)
                .flatMap(event -> page("organise/cancel", event, blank, List.of(), actor, words));
    }

    @PostMapping("/panitia/{slug}/batal")
    Mono<Page> cancel(
            @PathVariable String slug, ServerWebExchange exchange, Actor actor, Words words) {
        return Mono.zip(events.findOwn(slug, actor), exchange.getFormData())
                .flatMap(
                        parts -> {
                            Event event = parts.getT1();
                            EventForm form = EventForm.typed(parts.getT2());
                            return planning.cancel(
                                            actor,
                                            event.id(),
                                            IfMatch.ANY,
                                            form.text("reason"),
                                            new FieldErrors())
                                    .map(MovePages::done)
                                    .onErrorResume(
                                            EventFormPages::isAboutFields,
                                            failure ->
                                                    again(
                                                            "organise/cancel",
                                                            event,
                                                            form,
                                                            failure,
                                                            actor,
                                                            words));
                        });
    }

    private Mono<Page> more(
            Event event,
            EventForm form,
            MultiValueMap<String, String> typed,
            Actor actor,
            Words words) {
        String more = Objects.requireNonNullElse(typed.getFirst("lanjut"), "");
        return Mono.zip(venues.taken(form, more, actor), venues.asked(form, more, actor))
                .flatMap(
                        parts ->
                                page(
                                        "organise/move",
                                        event,
                                        parts.getT1(),
                                        parts.getT2(),
                                        List.of(),
                                        actor,
                                        words));
    }

    /** The day and times as they are; a place is only given when it changes. */
    private static EventForm unmoved(Event event) {
        Map<String, String> values = new HashMap<>(EventFormValues.of(event).values());
        values.keySet().removeIf(field -> field.startsWith("venue."));
        return new EventForm(values);
    }

    private static RescheduleRequest request(EventForm form, FieldErrors errors) {
        EventForm.When when = form.when(errors);
        VenueRequest venue = form.venue(errors);
        return new RescheduleRequest(
                when.date(),
                null,
                when.startsAt(),
                when.endsAt(),
                form.text("timeZone"),
                form.hasVenue() ? venue : null,
                form.text("reason"));
    }

    private Mono<Page> again(
            String template,
            Event event,
            EventForm form,
            Throwable failure,
            Actor actor,
            Words words) {
        Problem problem = Problem.of(failure);
        return page(template, event, form, EventFormPages.errors(problem), actor, words)
                .map(page -> page.status(problem.status()));
    }

    private Mono<Page> page(
            String template,
            Event event,
            EventForm form,
            List<FieldError> errors,
            Actor actor,
            Words words) {
        return page(template, event, form, List.of(), errors, actor, words);
    }

    private Mono<Page> page(
            String template,
            Event event,
            EventForm form,
            List<KnownVenue> found,
            List<FieldError> errors,
            Actor actor,
            Words words) {
        FormState state = new FormState(form.values(), errors);
        return Mono.zip(
                        shown.of(event),
                        regions.of(EventForm.REGION, form.text(EventForm.REGION)),
                        clashes(event, form, actor),
                        series.following(event, actor))
                .map(
                        parts ->
                                new MoveView(
                                        parts.getT1(),
                                        state,
                                        new VenueChoice(state, parts.getT2(), found),
                                        form.hints(),
                                        parts.getT3(),
                                        parts.getT4()))
                .map(
                        view ->
                                Page.of(
                                        template,
                                        words.get(template.replace('/', '.') + ".title"),
                                        Map.of("view", view)))
                .map(page -> page.asset("events/venue.js").asset("events/form.css"));
    }

    /** Of the event as the form would move it; none while its time cannot be read. */
    Mono<List<Clash>> clashes(Event event, EventForm form, Actor actor) {
        FieldErrors errors = new FieldErrors();
        ClashProbe probe = request(form, errors).probe(event, errors);
        return probe == null ? Mono.just(List.of()) : events.clashes(probe, actor);
    }

    private static Page done(Event event) {
        return Page.redirect("/panitia/" + event.slug());
    }
}
