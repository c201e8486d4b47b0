package id.hadir.events.event;

import id.hadir.events.body.Body;
import id.hadir.kit.id.PathId;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.security.Actor;
import id.hadir.kit.security.SharedAnswer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
class EventApi {

    private static final Duration SHARED = Duration.ofSeconds(2);

    private final EventPlanning planning;
    private final EventCatalogue catalogue;
    private final EventPatch patches;
    private final Clock clock;

    EventApi(EventPlanning planning, EventCatalogue catalogue, EventPatch patches, Clock clock) {
        this.planning = planning;
        this.catalogue = catalogue;
        this.patches = patches;
        this.clock = clock;
    }

    @GetMapping("/api/events")
    Mono<Listing<EventSummary>> list(
            @ModelAttribute EventQuery query,
            Actor actor,
            PageRequest page,
            ServerHttpResponse response) {
        return catalogue
                .list(query.filter(), actor, page)
                .doOnNext(_ -> share(actor, response))
                .map(events -> events.map(event -> EventSummary.of(event, clock.instant())));
    }

    @GetMapping("/api/events/{idOrSlug}")
    Mono<EventView> event(@PathVariable String idOrSlug, Actor actor, ServerHttpResponse response) {
        return catalogue
                .find(idOrSlug, actor)
                .doOnNext(_ -> share(actor, response))
                .flatMap(event -> view(event, actor, response));
    }

    private static void share(Actor actor, ServerHttpResponse response) {
        response.getHeaders().setCacheControl(SharedAnswer.to(actor, SHARED));
    }

    @PostMapping("/api/events")
    Mono<EventView> create(
            @RequestBody JsonNode document, Actor actor, ServerHttpResponse response) {
        FieldErrors errors = new FieldErrors();
        EventRequest request = EventRequest.read(Body.of(document, errors));
        return planning.create(actor, request, errors)
                .doOnNext(
                        event -> {
                            response.setStatusCode(HttpStatus.CREATED);
                            response.getHeaders()
                                    .setLocation(URI.create("/api/events/" + event.id()));
                        })
                .flatMap(event -> view(event, actor, response));
    }

    @PatchMapping(
            value = "/api/events/{id}",
            consumes = {"application/json", "application/merge-patch+json"})
    Mono<EventView> patch(
            @PathVariable String id,
            @RequestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestParam @Nullable String scope,
            @RequestBody JsonNode patch,
            Actor actor,
            ServerHttpResponse response) {
        IfMatch version = IfMatch.required(ifMatch);
        FieldErrors errors = scoped(scope);
        Body.of(patch, errors);
        return planning.edit(
                        actor,
                        PathId.of(id),
                        version,
                        event -> patches.over(event, patch, errors),
                        errors)
                .flatMap(event -> view(event, actor, response));
    }

    /** A wider scope than the one event is answered by the feature that knows of others. */
    private static FieldErrors scoped(@Nullable String scope) {
        FieldErrors errors = new FieldErrors();
        if (scope != null && !scope.equals("one")) {
            errors.add("scope", "invalid-choice");
        }
        return errors;
    }

    @PostMapping("/api/events/{id}/publish")
    Mono<EventView> publish(
            @PathVariable String id,
            @RequestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            Actor actor,
            ServerHttpResponse response) {
        return planning.publish(actor, PathId.of(id), IfMatch.optional(ifMatch))
                .flatMap(event -> view(event, actor, response));
    }

    @PostMapping("/api/events/{id}/reschedule")
    Mono<EventView> reschedule(
            @PathVariable String id,
            @RequestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestParam @Nullable String scope,
            @RequestBody JsonNode document,
            Actor actor,
            ServerHttpResponse response) {
        FieldErrors errors = scoped(scope);
        RescheduleRequest request = RescheduleRequest.read(Body.of(document, errors));
        return planning.reschedule(actor, PathId.of(id), IfMatch.optional(ifMatch), request, errors)
                .flatMap(event -> view(event, actor, response));
    }

    @PostMapping("/api/events/{id}/cancel")
    Mono<EventView> cancel(
            @PathVariable String id,
            @RequestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody JsonNode document,
            Actor actor,
            ServerHttpResponse response) {
        FieldErrors errors = new FieldErrors();
        String reason = Body.of(document, errors).text("reason");
        return planning.cancel(actor, PathId.of(id), IfMatch.optional(ifMatch), reason, errors)
                .flatMap(event -> view(event, actor, response));
    }

    /**
     * The tag is set on the response itself: as part of an entity, Spring would answer a
     * conditional GET by it, but an event is completed by the clock without becoming another
     * version.
     */
    private Mono<EventView> view(Event event, Actor actor, ServerHttpResponse response) {
        response.getHeaders().setETag(IfMatch.tag(event.version()));
        boolean isOwn = EventCatalogue.mayChange(event, actor);
        return catalogue
                .clashes(event, actor)
                .map(clashes -> EventView.of(event, clock.instant(), clashes, isOwn));
    }
}
