package id.hadir.events.series;

import id.hadir.events.body.Body;
import id.hadir.events.event.Event;
import id.hadir.events.event.EventCatalogue;
import id.hadir.events.event.EventView;
import id.hadir.events.event.RepeatRequest;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.security.Actor;
import java.net.URI;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
class CopyApi {

    private final Copies copies;
    private final EventCatalogue events;
    private final Clock clock;

    CopyApi(Copies copies, EventCatalogue events, Clock clock) {
        this.copies = copies;
        this.events = events;
        this.clock = clock;
    }

    /** The roster goes with it unless the body says {@code withRoster:false}. */
    @PostMapping("/api/events/{id}/copies")
    Mono<EventView> copy(
            @PathVariable String id,
            @RequestBody JsonNode document,
            Actor actor,
            ServerHttpResponse response) {
        FieldErrors errors = new FieldErrors();
        Body body = Body.of(document, errors);
        boolean withRoster = !Boolean.FALSE.equals(body.flag("withRoster"));
        return copies.copy(actor, id, RepeatRequest.read(body), withRoster, errors)
                .doOnNext(
                        copy -> {
                            response.setStatusCode(HttpStatus.CREATED);
                            response.getHeaders()
                                    .setLocation(URI.create("/api/events/" + copy.id()));
                        })
                .flatMap(copy -> view(copy, actor));
    }

    private Mono<EventView> view(Event copy, Actor actor) {
        return events.clashes(copy, actor)
                .map(clashes -> EventView.of(copy, clock.instant(), clashes, true));
    }
}
