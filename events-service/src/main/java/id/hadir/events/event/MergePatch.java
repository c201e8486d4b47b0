package id.hadir.events.event;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396). */
final class MergePatch {

    private MergePatch() {}

    /**
     * Lays the patch over the target, which it changes: null takes a field away, an array replaces.
     */
    static JsonNode apply(ObjectNode target, JsonNode patch) {
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            JsonNode value = field.getValue();
            if (value.isNull()) {
                target.remove(field.getKey());
            } else if (value.isObject()) {
                ObjectNode below =
                        target.get(field.getKey()) instanceof ObjectNode object
                                ? object
                                : target.objectNode();
                target.set(field.getKey(), apply(below, value));
            } else {
                target.set(field.getKey(), value);
            }
        }
        return target;
    }
}
