package id.hadir.events.planner;

import id.hadir.events.body.Body;
import id.hadir.events.event.Clash;
import id.hadir.events.event.Event;
import id.hadir.events.event.EventCatalogue;
import id.hadir.events.event.EventPatch;
import id.hadir.events.event.EventRequest;
import id.hadir.events.invitation.Audience;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.security.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
class ClashApi {

    private final EventCatalogue events;
    private final EventPatch patches;
    private final ClashFinder finder;

    ClashApi(EventCatalogue events, EventPatch patches, ClashFinder finder) {
        this.events = events;
        this.patches = patches;
        this.finder = finder;
    }

    /**
     * What the event of the body would clash with: as for a new event, or laid over that of {@code
     * eventId} as a patch. {@code audience} is asked as if it were invited besides.
     */
    @PostMapping("/api/events/clashes")
    Mono<Map<String, List<Clash>>> clashes(@RequestBody JsonNode document, Actor actor) {
        FieldErrors errors = new FieldErrors();
        Body body = Body.of(document, errors);
        String eventId = body.text("eventId");
        List<Audience> audience =
                body.has("audience") ? Audience.read(body, errors) : List.<Audience>of();
        Mono<List<Clash>> clashes =
                eventId == null
                        ? finder.ofNew(actor, EventRequest.read(body), audience, errors)
                        : events.findOwn(eventId, actor)
                                .flatMap(event -> over(event, document, audience, actor, errors));
        return clashes.map(found -> Map.of("clashes", found));
    }

    private Mono<List<Clash>> over(
            Event event,
            JsonNode document,
            List<Audience> audience,
            Actor actor,
            FieldErrors errors) {
        EventRequest request = patches.over(event, document, errors);
        return finder.of(event, actor, request, audience, errors);
    }
}
