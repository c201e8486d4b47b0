package id.hadir.events.series;

import id.hadir.events.body.Body;
import id.hadir.events.event.Event;
import id.hadir.events.event.EventCatalogue;
import id.hadir.events.event.EventPatch;
import id.hadir.events.event.EventView;
import id.hadir.events.event.IfMatch;
import id.hadir.events.event.RescheduleRequest;
import id.hadir.kit.id.PathId;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Series, and with {@code scope=following} the changes that reach from one event on. */
@RestController
class SeriesApi {

    private final SeriesPlanning planning;
    private final EventCatalogue events;
    private final EventPatch patches;
    private final Clock clock;

    SeriesApi(SeriesPlanning planning, EventCatalogue events, EventPatch patches, Clock clock) {
        this.planning = planning;
        this.events = events;
        this.patches = patches;
        this.clock = clock;
    }

    @PostMapping("/api/events/{id}/series")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<SeriesView> make(@PathVariable String id, @RequestBody JsonNode document, Actor actor) {
        FieldErrors errors = new FieldErrors();
        SeriesRequest request = SeriesRequest.read(Body.of(document, errors));
        return planning.make(actor, id, request, errors).map(this::view);
    }

    @GetMapping("/api/events/{id}/series")
    Mono<SeriesView> series(@PathVariable String id, Actor actor) {
        return events.findOwn(id, actor)
                .flatMap(event -> planning.of(event, actor))
                .switchIfEmpty(Mono.error(Problem::notFound))
                .map(this::view);
    }

    @PatchMapping(
            value = "/api/events/{id}",
            params = "scope=following",
            consumes = {"application/json", "application/merge-patch+json"})
    Mono<EventView> patch(
            @PathVariable String id,
            @RequestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestParam(defaultValue = "false") boolean leaveOut,
            @RequestBody JsonNode patch,
            Actor actor,
            ServerHttpResponse response) {
        IfMatch version = IfMatch.required(ifMatch);
        FieldErrors errors = new FieldErrors();
        Body.of(patch, errors);
        return planning.edit(
                        actor,
                        PathId.of(id),
                        version,
                        leaveOut,
                        event -> patches.over(event, patch, errors),
                        errors)
                .flatMap(event -> view(event, actor, response));
    }

    @PostMapping(value = "/api/events/{id}/reschedule", params = "scope=following")
    Mono<EventView> reschedule(
            @PathVariable String id,
            @RequestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestParam(defaultValue = "false") boolean leaveOut,
            @RequestBody JsonNode document,
            Actor actor,
            ServerHttpResponse response) {
        FieldErrors errors = new FieldErrors();
        RescheduleRequest request = RescheduleRequest.read(Body.of(document, errors));
        return planning.reschedule(
                        actor, PathId.of(id), IfMatch.optional(ifMatch), leaveOut, request, errors)
                .flatMap(event -> view(event, actor, response));
    }

    private SeriesView view(Series series) {
        return SeriesView.of(series, clock.instant());
    }

    private Mono<EventView> view(Event event, Actor actor, ServerHttpResponse response) {
        response.getHeaders().setETag(IfMatch.tag(event.version()));
        return events.clashes(event, actor)
                .map(clashes -> EventView.of(event, clock.instant(), clashes, true));
    }
}
