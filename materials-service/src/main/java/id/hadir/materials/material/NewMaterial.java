package id.hadir.materials.material;

import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Rfc3339;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an organiser says of a material that is sent in. */
record NewMaterial(String title, Kind kind, Audience audience, @Nullable Instant releaseAt) {

    private static final int LONGEST_TITLE = 200;

    /**
     * Reads the form's fields; what is wrong is added to the errors, and the result then useless.
     */
    static NewMaterial read(Map<String, String> fields, FieldErrors errors) {
        String title = errors.requiredText("title", fields.get("title"), LONGEST_TITLE);
        return new NewMaterial(
                title.replaceAll("\\s+", " "),
                choice("kind", fields, Kind::ofCode, errors).orElse(Kind.DOCUMENT),
                choice("audience", fields, Audience::ofCode, errors).orElse(Audience.ORGANISER),
                Rfc3339.parse("releaseAt", fields.get("releaseAt"), errors));
    }

    private static <T> Optional<T> choice(
            String field,
            Map<String, String> fields,
            Function<String, Optional<T>> ofCode,
            FieldErrors errors) {
        String code = fields.getOrDefault(field, "").strip();
        Optional<T> chosen = ofCode.apply(code);
        if (chosen.isEmpty()) {
            errors.add(field, code.isEmpty() ? "required" : "invalid-choice");
        }
        return chosen;
    }
}
