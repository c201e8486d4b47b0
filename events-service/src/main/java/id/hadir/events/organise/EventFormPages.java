package id.hadir.events.organise;

import id.hadir.events.agency.Agencies;
import id.hadir.events.agency.Agency;
import id.hadir.events.browse.ShownEvent;
import id.hadir.events.browse.ShownEvents;
import id.hadir.events.event.Event;
import id.hadir.events.event.EventCatalogue;
import id.hadir.events.event.EventPlanning;
import id.hadir.events.event.EventRequest;
import id.hadir.events.event.IfMatch;
import id.hadir.kit.listing.Listing;
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
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One page with sections to make an event and to change it. Nothing that was typed is lost. */
@Controller
class EventFormPages {

    private static final String NEW = "/panitia/baru";

    /** The button that asks for more of the form instead of saving it. */
    private static final String MORE = "lanjut";

    private final EventCatalogue events;
    private final EventPlanning planning;
    private final Agencies agencies;
    private final RegionChoices regions;
    private final ShownEvents shown;

    EventFormPages(
            EventCatalogue events,
            EventPlanning planning,
            Agencies agencies,
            RegionChoices regions,
            ShownEvents shown) {
        this.events = events;
        this.planning = planning;
        this.agencies = agencies;
        this.regions = regions;
        this.shown = shown;
    }

    /**
     * What is shown.
     *
     * @param stored the event as somebody else has changed it meanwhile
     * @param more what the button asked for, such as {@code item}
     */
    private record Showing(
            EventForm form, List<FieldError> errors, Optional<ShownEvent> stored, String more) {

        static Showing of(EventForm form, String more) {
            return new Showing(form, List.of(), Optional.empty(), more);
        }
    }

    @GetMapping(NEW)
    Mono<Page> blank(Actor actor, Words words) {
        return page(NEW, Showing.of(EventFormValues.blank(), ""), actor, words);
    }

    @PostMapping(NEW)
    Mono<Page> create(ServerWebExchange exchange, Actor actor, Words words) {
        return exchange.getFormData()
                .flatMap(
                        typed -> {
                            EventForm form = EventForm.typed(typed);
                            if (typed.containsKey(MORE)) {
                                return page(NEW, Showing.of(form, more(typed)), actor, words);
                            }
                            FieldErrors errors = new FieldErrors();
                            return planning.create(actor, form.toRequest(errors), errors)
                                    .map(EventFormPages::saved)
                                    .onErrorResume(
                                            EventFormPages::isAboutFields,
                                            failure -> again(NEW, form, failure, actor, words));
                        });
    }

    @GetMapping("/panitia/{slug}/ubah")
    Mono<Page> edit(@PathVariable String slug, Actor actor, Words words) {
        return events.findOwn(slug, actor)
                .map(EventFormValues::of)
                .flatMap(form -> page(path(slug), Showing.of(form, ""), actor, words));
    }

    @PostMapping("/panitia/{slug}/ubah")
    Mono<Page> save(
            @PathVariable String slug, ServerWebExchange exchange, Actor actor, Words words) {
        return Mono.zip(events.findOwn(slug, actor), exchange.getFormData())
                .flatMap(
                        parts -> {
                            MultiValueMap<String, String> typed = parts.getT2();
                            EventForm form = EventForm.typed(typed);
                            return typed.containsKey(MORE)
                                    ? page(path(slug), Showing.of(form, more(typed)), actor, words)
                                    : save(parts.getT1(), form, actor, words);
                        });
    }

    private Mono<Page> save(Event event, EventForm form, Actor actor, Words words) {
        FieldErrors errors = new FieldErrors();
        EventRequest request = form.toRequest(errors);
        return planning.edit(actor, event.id(), version(form), _ -> request, errors)
                .map(EventFormPages::saved)
                .onErrorResume(
                        EventFormPages::isStale,
                        stale -> overtaken(event.slug(), form, stale, actor, words))
                .onErrorResume(
                        EventFormPages::isAboutFields,
                        failure -> again(path(event.slug()), form, failure, actor, words));
    }

    /**
     * What was typed, to be compared with what another has stored meanwhile; sent again, it is
     * saved over that.
     */
    private Mono<Page> overtaken(
            String slug, EventForm form, Throwable stale, Actor actor, Words words) {
        Problem problem = Problem.of(stale);
        return events.findOwn(slug, actor)
                .flatMap(shown::of)
                .map(
                        stored ->
                                new Showing(
                                        form.over(stored.event().version()),
                                        errors(problem),
                                        Optional.of(stored),
                                        ""))
                .flatMap(showing -> page(path(slug), showing, actor, words))
                .map(page -> page.status(problem.status()));
    }

    /** The next steps of a choice of regions, for htmx. */
    @GetMapping("/panitia/wilayah")
    Mono<Page> region(@RequestParam String field, ServerWebExchange exchange) {
        String code = RegionChoice.typed(field, exchange.getRequest().getQueryParams());
        return regions.of(field, code)
                .map(choice -> Page.fragment("organise/region", Map.of("region", choice)));
    }

    private Mono<Page> again(
            String action, EventForm form, Throwable failure, Actor actor, Words words) {
        Problem problem = Problem.of(failure);
        Showing showing = new Showing(form, errors(problem), Optional.empty(), "");
        return page(action, showing, actor, words).map(page -> page.status(problem.status()));
    }

    /** A conflict is a fault of the form as a whole. */
    static List<FieldError> errors(Problem problem) {
        return problem.errors().isEmpty()
                ? List.of(FieldError.of("form", problem.code()))
                : problem.errors();
    }

    private Mono<Page> page(String action, Showing showing, Actor actor, Words words) {
        EventForm form = showing.form;
        String more = showing.more;
        FormState state = new FormState(form.values(), showing.errors);
        boolean isNew = action.equals(NEW);
        boolean wantsItem = more.equals("item") || state.value("agenda[0].title").isEmpty();
        int speakersOf = more.startsWith("speaker:") ? number(more.substring(8)) : -1;
        String title = words.get(isNew ? "organise.new" : "organise.edit");
        return Mono.zip(regions.of(EventForm.REGION, form.text(EventForm.REGION)), choices(actor))
                .map(
                        parts ->
                                new EventFormView(
                                        action,
                                        isNew,
                                        state,
                                        parts.getT1(),
                                        parts.getT2(),
                                        showing.stored,
                                        TypedRows.speakers(form.values()),
                                        wantsItem ? 1 : 0,
                                        speakersOf))
                .map(view -> Page.of("organise/form", title, Map.of("view", view)));
    }

    /** An admin says for which agency; an organiser has one. */
    private Mono<List<Agency>> choices(Actor actor) {
        return actor.isAdmin()
                ? agencies.list(PageRequest.first(PageRequest.MOST)).map(Listing::items)
                : Mono.just(List.of());
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
        String version = form.text("version");
        return IfMatch.version(version.matches("[0-9]{1,18}") ? Long.parseLong(version) : -1);
    }

    private static Page saved(Event event) {
        return Page.redirect("/panitia/" + event.slug());
    }

    private static String path(String slug) {
        return "/panitia/" + slug + "/ubah";
    }

    private static String more(MultiValueMap<String, String> typed) {
        return Objects.requireNonNullElse(typed.getFirst(MORE), "");
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
    }
}
