package id.hadir.kit.body;

import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.util.MimeType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the request records of the API without guessing: {@code "1"} is no number and 1 no text.
 * All values of the wrong type are told at once, which Jackson alone does not; a document that is
 * no object is one such value, with an empty path. Only what is no JSON is left to be malformed.
 */
final class StrictJson extends JacksonJsonDecoder {

    private static final ResolvableType DOCUMENT = ResolvableType.forClass(JsonNode.class);

    StrictJson(JsonMapper json) {
        super(json);
    }

    @Override
    public Object decode(
            DataBuffer buffer,
            ResolvableType type,
            @Nullable MimeType mimeType,
            @Nullable Map<String, Object> hints) {
        Class<?> target = type.toClass();
        if (!target.isRecord()) {
            return super.decode(buffer, type, mimeType, hints);
        }
        JsonNode document = (JsonNode) super.decode(buffer, DOCUMENT, mimeType, hints);
        if (!document.isObject()) {
            throw Problem.invalid("", "invalid-type");
        }
        FieldErrors errors = new FieldErrors();
        JsonTypes.check(document, target, "", errors);
        errors.throwIfAny();
        return getMapper().treeToValue(document, target);
    }
}
