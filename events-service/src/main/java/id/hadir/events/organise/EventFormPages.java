package id.hadir.events.organise;

import id.hadir.events.event.Event;
import id.hadir.events.event.EventCatalogue;
import id.hadir.events.event.EventPlanning;
import id.hadir.events.event.EventRequest;
import id.hadir.events.event.IfMatch;
import id.hadir.events.series.SeriesPlanning;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.FieldError;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One page with sections to make an event and to change it. Nothing that was typed is lost. */
@Controller
class EventFormPages {

    static final String NEW = "/panitia/baru";

    /** The button that asks for more of the form, or less, instead of saving it. */
    private static final String MORE = "lanjut";

    private static final String DISCARD = "buang";

    private final EventCatalogue events;
    private final EventPlanning planning;
    private final SeriesPlanning series;
    private final AgencyRegions places;
    private final FormDrafts drafts;
    private final EventFormViews views;

    EventFormPages(
            EventCatalogue events,
            EventPlanning planning,
            SeriesPlanning series,
            AgencyRegions places,
            FormDrafts drafts,
            EventFormViews views) {
        this.events = events;
        this.planning = planning;
        this.series = series;
        this.places = places;
        this.drafts = drafts;
        this.views = views;
    }

    @GetMapping(NEW)
    Mono<Page> blank(Actor actor, Words words) {
        return drafts.find(actor, FormDraftStore.NEW)
                .map(FormShowing::of)
                .defaultIfEmpty(FormShowing.of(EventFormValues.blank(), ""))
                .flatMap(showing -> views.page(NEW, showing, actor, words));
    }

    @PostMapping(NEW)
    Mono<Page> create(ServerWebExchange exchange, Actor actor, Words words) {
        return exchange.getFormData()
                .flatMap(
                        typed -> {
                            EventForm form = EventForm.typed(typed);
                            if (typed.containsKey(MORE)) {
                                return more(NEW, FormDraftStore.NEW, typed, actor, words);
                            }
                            FieldErrors errors = new FieldErrors();
                            return places.into(form, actor)
                                    .map(placed -> placed.toRequest(errors))
                                    .flatMap(request -> planning.create(actor, request, errors))
                                    .delayUntil(_ -> drafts.forget(actor, FormDraftStore.NEW))
                                    .map(EventFormPages::saved)
                                    .onErrorResume(
                                            EventFormPages::isAboutFields,
                                            failure -> again(NEW, form, failure, actor, words));
                        });
    }

    @GetMapping("/panitia/{slug}/ubah")
    Mono<Page> edit(@PathVariable String slug, Actor actor, Words words) {
        return events.findOwn(slug, actor)
                .flatMap(
                        event ->
                                drafts.find(actor, event.id().toString())
                                        .map(FormShowing::of)
                                        .defaultIfEmpty(FormShowing.of(FormOrigin.of(event), "")))
                .flatMap(showing -> views.page(path(slug), showing, actor, words));
    }

    @PostMapping("/panitia/{slug}/ubah")
    Mono<Page> save(
            @PathVariable String slug, ServerWebExchange exchange, Actor actor, Words words) {
        return Mono.zip(events.findOwn(slug, actor), exchange.getFormData())
                .flatMap(
                        parts -> {
                            Event event = parts.getT1();
                            MultiValueMap<String, String> typed = parts.getT2();
                            String kept = event.id().toString();
                            return typed.containsKey(MORE)
                                    ? more(path(slug), kept, typed, actor, words)
                                    : save(event, EventForm.typed(typed), actor, words);
                        });
    }

    private Mono<Page> more(
            String action,
            String kept,
            MultiValueMap<String, String> typed,
            Actor actor,
            Words words) {
        String more = Objects.requireNonNullElse(typed.getFirst(MORE), "");
        return more.equals(DISCARD)
                ? drafts.forget(actor, kept).thenReturn(Page.redirect(action))
                : views.page(
                        action,
                        FormShowing.of(
                                FormOrigin.lasting(EventForm.typed(RowMove.applied(more, typed))),
                                more),
                        actor,
                        words);
    }

    private Mono<Page> save(Event event, EventForm typed, Actor actor, Words words) {
        EventForm form = FormMerge.chosen(typed, EventFormValues.of(event));
        return places.into(form, actor)
                .flatMap(placed -> edit(event, placed, actor))
                .delayUntil(saved -> drafts.forget(actor, saved.id().toString()))
                .map(EventFormPages::saved)
                .onErrorResume(
                        EventFormPages::isStale,
                        stale -> overtaken(event.slug(), form, stale, actor, words))
                .onErrorResume(
                        EventFormPages::isAboutFields,
                        failure -> again(path(event.slug()), form, failure, actor, words));
    }

    private Mono<Event> edit(Event event, EventForm form, Actor actor) {
        FieldErrors errors = new FieldErrors();
        EventRequest request = form.toRequest(errors);
        IfMatch version = version(form);
        return form.reachesFollowing()
                ? series.edit(actor, event.id(), version, form.leavesOut(), _ -> request, errors)
                : planning.edit(actor, event.id(), version, _ -> request, errors);
    }

    /**
     * What only the other changed is taken over; the rest is to be chosen. Nothing is saved yet.
     */
    private Mono<Page> overtaken(
            String slug, EventForm form, Throwable stale, Actor actor, Words words) {
        Problem problem = Problem.of(stale);
        return events.findOwn(slug, actor)
                .flatMap(stored -> views.merged(form, stored, errors(problem), actor, words))
                .flatMap(showing -> views.page(path(slug), showing, actor, words))
                .map(page -> page.status(problem.status()));
    }

    private Mono<Page> again(
            String action, EventForm form, Throwable failure, Actor actor, Words words) {
        Problem problem = Problem.of(failure);
        return views.page(action, FormShowing.wrong(form, errors(problem)), actor, words)
                .map(page -> page.status(problem.status()));
    }

    /** A conflict is a fault of the form as a whole. */
    static List<FieldError> errors(Problem problem) {
        return problem.errors().isEmpty()
                ? List.of(FieldError.of("form", problem.code()))
                : problem.errors();
    }

    private static boolean isStale(Throwable failure) {
        return failure instanceof Problem problem
                && problem.status() == HttpStatus.PRECONDITION_FAILED;
    }

    static boolean isAboutFields(Throwable failure) {
        return failure instanceof Problem problem
                && (problem.status() == HttpStatus.UNPROCESSABLE_CONTENT
                        || problem.status() == HttpStatus.CONFLICT);
    }

    private static IfMatch version(EventForm form) {
        String version = FormOrigin.version(form);
        return IfMatch.version(version.matches("[0-9]{1,18}") ? Long.parseLong(version) : -1);
    }

    private static Page saved(Event event) {
        return Page.redirect("/panitia/" + event.slug());
    }

    private static String path(String slug) {
        return "/panitia/" + slug + "/ubah";
    }
}
