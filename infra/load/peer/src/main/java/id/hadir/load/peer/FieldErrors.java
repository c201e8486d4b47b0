package id.hadir.load.peer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what was typed, and collects what is wrong with it, so that all is told at once. */
final class FieldErrors {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}.()-]+");

    /** Birth date, year and month of appointment or contract number, sex, serial. */
    private static final Pattern NIP =
            Pattern.compile(
                    "(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])"
                            + "\\d{4}(?:0[1-9]|1[0-2]|2[1-9]|[3-9]\\d)[12]\\d{3}");

    private static final Pattern PHONE = Pattern.compile("(?:0|\\+?62)(8\\d{7,12})");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.)+[A-Za-z]{2,63}");

    record FieldError(String field, String code) {}

    private final List<FieldError> errors = new ArrayList<>();

    void add(String field, String code) {
        errors.add(new FieldError(field, code));
    }

    List<FieldError> asList() {
        return errors;
    }

    /** One line; null when there is nothing but blanks. */
    @Nullable String text(String field, @Nullable String typed, int maxLength) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String line =
                Normalizer.normalize(
                        BLANKS.matcher(typed).replaceAll(" ").strip(), Normalizer.Form.NFC);
        if (line.length() > maxLength) {
            add(field, "too-long");
        } else if (line.chars().anyMatch(Character::isISOControl)) {
            add(field, "control-character");
        }
        return line;
    }

    @Nullable String nip(String field, @Nullable String typed) {
        return matching(field, "invalid-nip", NIP, withoutSeparators(typed));
    }

    /** In E.164. */
    @Nullable String phone(String field, @Nullable String typed) {
        String number = matching(field, "invalid-phone", PHONE, withoutSeparators(typed));
        return number == null ? null : PHONE.matcher(number).replaceFirst("+62$1");
    }

    @Nullable String email(String field, @Nullable String typed) {
        return matching(field, "invalid-email", EMAIL, typed == null ? "" : typed.strip());
    }

    private static String withoutSeparators(@Nullable String typed) {
        return typed == null ? "" : SEPARATORS.matcher(typed).replaceAll("");
    }

    private @Nullable String matching(String field, String code, Pattern pattern, String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (!pattern.matcher(text).matches()) {
            add(field, code);
            return null;
        }
        return text;
    }
}
