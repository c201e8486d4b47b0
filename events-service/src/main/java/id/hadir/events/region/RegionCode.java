package id.hadir.events.region;

import id.hadir.kit.problem.FieldErrors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Kemendagri codes: {@code 33}, {@code 33.18}, {@code 33.18.05}, {@code 33.18.05.2001}. They are
 * texts: {@code 11.10} is not {@code 11.1}.
 */
public final class RegionCode {

    private static final Pattern FORM =
            Pattern.compile("[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{4})?)?)?");

    private RegionCode() {}

    /**
     * Null when absent, or when it is no code and an error was added; whether it exists is not
     * asked.
     */
    public static @Nullable String parse(String field, @Nullable String value, FieldErrors errors) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String code = value.strip();
        if (!FORM.matcher(code).matches()) {
            errors.add(field, "invalid-region-code");
            return null;
        }
        return code;
    }

    /** The code of the region above, null for a province. */
    public static @Nullable String parent(String code) {
        int dot = code.lastIndexOf('.');
        return dot < 0 ? null : code.substring(0, dot);
    }

    /**
     * The region and all below it are the codes {@code c} with {@code code <= c < end(code)} in
     * byte order: the slash follows the dot, and no digit lies between. An index can use that
     * whatever the plan, which it cannot with LIKE and a parameter.
     */
    public static String end(String code) {
        return code + "/";
    }
}
