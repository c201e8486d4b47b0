package id.hadir.kit.body;

import id.hadir.kit.problem.FieldErrors;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import tools.jackson.databind.JsonNode;

/**
 * Compares a JSON document with the record that it is to become. A field that is absent or null has
 * no type, and a field that the record does not know is ignored.
 */
final class JsonTypes {

    private JsonTypes() {}

    /**
     * Adds an error for each value of the wrong type.
     *
     * @param path what stands before the fields' names, such as {@code attendee.}
     */
    static void check(JsonNode object, Class<?> type, String path, FieldErrors errors) {
        for (RecordComponent field : type.getRecordComponents()) {
            check(
                    object.path(field.getName()),
                    field.getGenericType(),
                    path + field.getName(),
                    errors);
        }
    }

    private static void check(JsonNode value, Type type, String path, FieldErrors errors) {
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        if (!fits(value, type)) {
            errors.add(path, "invalid-type");
        } else if (type instanceof ParameterizedType list) {
            for (int i = 0; i < value.size(); i++) {
                check(value.get(i), list.getActualTypeArguments()[0], path + "[" + i + "]", errors);
            }
        } else if (type instanceof Class<?> object && object.isRecord()) {
            check(value, object, path + ".", errors);
        }
    }

    private static boolean fits(JsonNode value, Type type) {
        return switch (type) {
            case ParameterizedType _ -> value.isArray(); // lists are the only ones in requests
            case Class<?> text when text == String.class -> value.isString();
            case Class<?> flag when flag == Boolean.class -> value.isBoolean();
            case Class<?> number when number == Integer.class ->
                    value.isIntegralNumber() && value.canConvertToInt();
            case Class<?> object when object.isRecord() -> value.isObject();
            case Class<?> any when any == JsonNode.class -> true;
            default -> throw new IllegalStateException("a request has a field of " + type);
        };
    }
}
