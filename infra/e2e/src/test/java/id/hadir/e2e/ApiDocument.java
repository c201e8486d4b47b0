package id.hadir.e2e;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api/openapi.json} of the running system, with every reference followed. */
record ApiDocument(JsonNode root) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /**
     * @param bodies schemas by media type; none when there is no body
     * @param statuses that are documented
     */
    record Operation(
            String method,
            String path,
            List<Parameter> parameters,
            Map<String, JsonNode> bodies,
            Set<String> statuses) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /**
     * @param in path, query or header
     */
    record Parameter(String name, String in, boolean required, JsonNode schema) {}

    static ApiDocument read() {
        return of(Api.asAnyone().get("/api/openapi.json").body());
    }

    static ApiDocument of(String json) {
        return new ApiDocument(JsonMapper.shared().readTree(json));
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.path("paths")
                .forEachEntry(
                        (path, item) ->
                                item.forEachEntry(
                                        (method, operation) -> {
                                            if (METHODS.contains(method)) {
                                                operations.add(operation(path, method, operation));
                                            }
                                        }));
        return operations;
    }

    private Operation operation(String path, String method, JsonNode operation) {
        List<Parameter> parameters =
                operation
                        .path("parameters")
                        .valueStream()
                        .map(this::resolved)
                        .map(this::parameter)
                        .toList();
        Map<String, JsonNode> bodies = new TreeMap<>();
        resolved(operation.path("requestBody"))
                .path("content")
                .forEachEntry((type, body) -> bodies.put(type, resolved(body.path("schema"))));
        return new Operation(
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                parameters,
                bodies,
                new TreeSet<>(operation.path("responses").propertyNames()));
    }

    private Parameter parameter(JsonNode parameter) {
        return new Parameter(
                parameter.path("name").asString(),
                parameter.path("in").asString(),
                parameter.path("required").asBoolean(false),
                resolved(parameter.path("schema")));
    }

    /** What the node refers to, or itself. */
    JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isMissingNode()
                ? node
                : resolved(root.at(reference.asString().substring(1)));
    }

    /** The properties of an object's schema, those of its parts among them. */
    Map<String, JsonNode> properties(JsonNode schema) {
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        schema.path("allOf").forEach(part -> properties.putAll(properties(resolved(part))));
        schema.path("properties")
                .forEachEntry((name, property) -> properties.put(name, resolved(property)));
        return properties;
    }
}
