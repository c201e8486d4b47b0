package id.hadir.events.event;

import id.hadir.events.body.Body;
import id.hadir.kit.problem.FieldErrors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Lays a JSON merge patch over an event: the request that would make it what it shall be. */
@Component
public class EventPatch {

    private final JsonMapper json;

    EventPatch(JsonMapper json) {
        this.json = json;
    }

    public EventRequest over(Event event, JsonNode patch, FieldErrors errors) {
        ObjectNode target = json.valueToTree(EventRequest.of(event));
        if (patch.hasNonNull("startsAt") && !patch.has("date")) {
            target.remove("date"); // it follows from the start
        }
        return EventRequest.read(Body.of(MergePatch.apply(target, patch), errors));
    }
}
