package id.hadir.attendance.person;

import id.hadir.kit.problem.FieldErrors;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of typed text: line breaks and runs of blanks become one blank, letters are composed
 * (NFC).
 */
public final class Text {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private Text() {}

    /** The empty string when it was refused. */
    public static String required(
            String field, @Nullable String typed, int maxLength, FieldErrors errors) {
        return errors.requiredText(field, line(typed), maxLength);
    }

    /** Null when there is nothing but blanks, and also when it was refused. */
    public static @Nullable String optional(
            String field, @Nullable String typed, int maxLength, FieldErrors errors) {
        return errors.optionalText(field, line(typed), maxLength);
    }

    private static @Nullable String line(@Nullable String typed) {
        return typed == null
                ? null
                : Normalizer.normalize(
                        BLANKS.matcher(typed).replaceAll(" ").strip(), Normalizer.Form.NFC);
    }
}
