package id.hadir.e2e;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values of a schema of the document, good ones and bad ones, drawn by one source of chance. */
final class FuzzValues {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** What trips over encodings, columns, patterns and spreadsheets. */
    private static final List<String> ODD_TEXTS =
            List.of(
                    "",
                    " ",
                    "\u0000",
                    "Siti\u0000Rahayu",
                    "\ud800",
                    "\u202eyahaR itiS",
                    "a\u0301".repeat(300),
                    "\ud83d\ude00",
                    "\ufeff",
                    "\u001f",
                    "' or 1=1 --",
                    "%_\\",
                    "%00",
                    "..",
                    "../..",
                    "=1+1",
                    "<script>",
                    "${x}{{y}}",
                    "null",
                    "true",
                    "-1",
                    "1e400",
                    "99999999999999999999",
                    "NaN",
                    "2027-02-30T25:61:00+99:99",
                    "+999999999-12-31T23:59:59Z",
                    "0001-01-01T00:00:00Z",
                    "00000000-0000-0000-0000-000000000000",
                    "\uff13\uff13.\uff11\uff18");

    private final ApiDocument document;
    private final Map<String, List<String>> known;
    private final Random random;

    /**
     * @param known real values by the names of fields and parameters: ids, regions, tickets
     */
    FuzzValues(ApiDocument document, Map<String, List<String>> known, Random random) {
        this.document = document;
        this.known = known;
        this.random = random;
    }

    JsonNode good(String name, JsonNode schema) {
        if (schema.has("const")) {
            return schema.path("const");
        }
        if (schema.has("enum")) {
            return oneOf(schema.path("enum").valueStream().toList());
        }
        if (schema.has("oneOf")) {
            return good(name, document.resolved(schema.path("oneOf").path(0)));
        }
        return switch (type(schema)) {
            case "object" -> object(schema);
            case "array" -> {
                JsonNode items = document.resolved(schema.path("items"));
                yield NODES.arrayNode().add(good(name, items)).add(good(name, items));
            }
            case "integer", "number" ->
                    NODES.numberNode(schema.path("minimum").asInt(1) + random.nextInt(3));
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            default -> NODES.stringNode(text(name, schema));
        };
    }

    /** Optional fields are there more often than not. */
    private ObjectNode object(JsonNode schema) {
        ObjectNode object = NODES.objectNode();
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        document.properties(schema)
                .forEach(
                        (name, property) -> {
                            if (required.contains(name) || random.nextInt(3) > 0) {
                                object.set(name, good(name, property));
                            }
                        });
        return object;
    }

    /** One of the known values of that name. */
    String text(String name) {
        return oneOf(known.get(name));
    }

    private String text(String name, JsonNode schema) {
        if (known.containsKey(name)) {
            return text(name);
        }
        if (schema.path("format").asString("").equals("date-time")) {
            return OffsetDateTime.now(ZoneOffset.ofHours(7))
                    .truncatedTo(ChronoUnit.SECONDS)
                    .plusDays(1 + random.nextInt(40))
                    .toString();
        }
        List<JsonNode> examples = schema.path("examples").valueStream().toList();
        return examples.isEmpty() ? "Rapat " + random.nextInt(1000) : oneOf(examples).asString();
    }

    String odd() {
        return oneOf(ODD_TEXTS);
    }

    /** A value of a type, size or depth that nobody expects. */
    JsonNode bad() {
        return switch (random.nextInt(9)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(random.nextLong());
            case 2 -> NODES.numberNode(1e300);
            case 3 -> NODES.booleanNode(true);
            case 4 -> NODES.arrayNode().add(NODES.nullNode()).add(1).add("x");
            case 5 -> NODES.objectNode().put("a", 1);
            case 6 -> NODES.stringNode("x".repeat(100_000));
            default -> NODES.stringNode(odd());
        };
    }

    /** The document with one of its values, at any depth, made bad. */
    JsonNode spoilt(JsonNode document) {
        if (document.isObject() && !document.isEmpty()) {
            ObjectNode object = (ObjectNode) document.deepCopy();
            String field = oneOf(List.copyOf(object.propertyNames()));
            if (random.nextInt(4) == 0) {
                object.remove(field);
            } else {
                object.set(field, spoilt(object.get(field)));
            }
            return object;
        }
        if (document.isArray() && !document.isEmpty() && random.nextBoolean()) {
            return NODES.arrayNode().add(spoilt(document.get(0)));
        }
        return bad();
    }

    static String written(JsonNode body) {
        return JsonMapper.shared().writeValueAsString(body);
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.path(0).asString();
        }
        return type.asString(schema.has("properties") || schema.has("allOf") ? "object" : "string");
    }
}
