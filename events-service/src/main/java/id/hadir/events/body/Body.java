package id.hadir.events.body;

import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One object of a JSON body. A field of the wrong type is an error at its path and reads as absent;
 * an unknown field is ignored. What the value must be beyond its type, its reader decides.
 */
public final class Body {

    private final JsonNode node;
    private final String path;
    private final FieldErrors errors;

    private Body(JsonNode node, String path, FieldErrors errors) {
        this.node = node;
        this.path = path;
        this.errors = errors;
    }

    /**
     * @throws Problem 422 when the document is no object
     */
    public static Body of(JsonNode document, FieldErrors errors) {
        if (!document.isObject()) {
            throw Problem.invalid("", "invalid-type");
        }
        return new Body(document, "", errors);
    }

    public @Nullable String text(String field) {
        JsonNode value = node.path(field);
        if (isAbsent(value)) {
            return null;
        }
        return value.isString() ? value.stringValue() : wrong(at(field));
    }

    public @Nullable Integer integer(String field) {
        JsonNode value = node.path(field);
        if (isAbsent(value)) {
            return null;
        }
        if (!value.isIntegralNumber()) {
            return wrong(at(field));
        }
        return value.canConvertToInt() ? value.intValue() : Integer.MAX_VALUE;
    }

    public @Nullable Boolean flag(String field) {
        JsonNode value = node.path(field);
        if (isAbsent(value)) {
            return null;
        }
        return value.isBoolean() ? value.booleanValue() : wrong(at(field));
    }

    public @Nullable Body object(String field) {
        JsonNode value = node.path(field);
        if (isAbsent(value)) {
            return null;
        }
        return value.isObject() ? new Body(value, at(field) + ".", errors) : wrong(at(field));
    }

    public boolean has(String field) {
        return !isAbsent(node.path(field));
    }

    /** The objects of an array; absent is an empty list. */
    public List<Body> objects(String field) {
        List<Body> objects = new ArrayList<>();
        for (JsonNode element : array(field)) {
            String place = at(field) + "[" + objects.size() + "]";
            if (!element.isObject()) {
                errors.add(place, "invalid-type");
            }
            objects.add(new Body(element, place + ".", errors));
        }
        return objects;
    }

    /** The texts of an array; absent is an empty list. */
    public List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array(field)) {
            if (!element.isString()) {
                errors.add(at(field) + "[" + texts.size() + "]", "invalid-type");
            }
            texts.add(element.asString(""));
        }
        return texts;
    }

    /** The path of a field from the top of the document, such as {@code venue.regionCode}. */
    public String at(String field) {
        return path + field;
    }

    private Iterable<JsonNode> array(String field) {
        JsonNode value = node.path(field);
        if (isAbsent(value)) {
            return List.of();
        }
        if (!value.isArray()) {
            errors.add(at(field), "invalid-type");
            return List.of();
        }
        return value;
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private <T> @Nullable T wrong(String place) {
        errors.add(place, "invalid-type");
        return null;
    }
}
