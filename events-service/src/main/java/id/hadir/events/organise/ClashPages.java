package id.hadir.events.organise;

import id.hadir.events.event.Clash;
import id.hadir.events.event.Event;
import id.hadir.events.event.EventCatalogue;
import id.hadir.events.event.EventRequest;
import id.hadir.events.planner.ClashFinder;
import id.hadir.kit.page.Page;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What an event clashes with while its form is still being filled in: a part of the page, for htmx.
 * It is a POST because names are typed there, which have no place in an address.
 */
@Controller
class ClashPages {

    private final EventCatalogue events;
    private final ClashFinder finder;
    private final MovePages moves;
    private final AgencyRegions places;

    ClashPages(EventCatalogue events, ClashFinder finder, MovePages moves, AgencyRegions places) {
        this.events = events;
        this.finder = finder;
        this.moves = moves;
        this.places = places;
    }

    /**
     * @param kegiatan the slug of the event that is being changed
     * @param pindah when the form only moves it
     */
    @PostMapping("/panitia/bentrok")
    Mono<Page> clashes(
            @RequestParam @Nullable String kegiatan,
            @RequestParam @Nullable String pindah,
            ServerWebExchange exchange,
            Actor actor) {
        return exchange.getFormData()
                .map(EventForm::typed)
                .flatMap(
                        form ->
                                kegiatan == null
                                        ? ofNew(form, actor)
                                        : events.findOwn(kegiatan, actor)
                                                .flatMap(
                                                        event ->
                                                                pindah == null
                                                                        ? of(event, form, actor)
                                                                        : moves.clashes(
                                                                                event, form,
                                                                                actor)))
                .onErrorResume(ClashPages::isUnfinished, _ -> Mono.just(List.of()))
                .map(found -> Page.fragment("organise/clashes", Map.of("clashes", found)));
    }

    private Mono<List<Clash>> ofNew(EventForm form, Actor actor) {
        return places.into(form, actor)
                .flatMap(
                        placed ->
                                finder.ofNew(actor, request(placed), List.of(), new FieldErrors()));
    }

    private Mono<List<Clash>> of(Event event, EventForm form, Actor actor) {
        return finder.of(event, actor, request(form), List.of(), new FieldErrors());
    }

    /** What is wrong elsewhere in the form keeps no clash back. */
    private static EventRequest request(EventForm form) {
        return form.toRequest(new FieldErrors());
    }

    /** What is wrong with the form, the form tells when it is sent. */
    private static boolean isUnfinished(Throwable failure) {
        return failure instanceof Problem problem
                && problem.status() == HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
