package id.hadir.kit.problem;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the wrong fields of one request, so that all of them are told at once. */
public final class FieldErrors {

    private final List<FieldError> errors = new ArrayList<>();

    public void add(String field, String code, Object... args) {
        errors.add(FieldError.of(field, code, args));
    }

    /**
     * A required text without control characters (RFC 20, C0), trimmed; PostgreSQL cannot store
     * NUL.
     *
     * @return the trimmed text, or an empty string when it is wrong and an error was added
     */
    public String requiredText(String field, @Nullable String value, int maxLength) {
        String text = optionalText(field, value, maxLength);
        if (text == null && errors.stream().noneMatch(error -> error.field().equals(field))) {
            add(field, "required");
        }
        return text == null ? "" : text;
    }

    /** As {@link #requiredText}, but null or blank becomes null. */
    public @Nullable String optionalText(String field, @Nullable String value, int maxLength) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip();
        if (text.codePoints().anyMatch(FieldErrors::isForbidden)) {
            add(field, "control-character");
            return null;
        }
        if (text.length() > maxLength) {
            add(field, "too-long", maxLength);
            return null;
        }
        return text;
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    public List<FieldError> asList() {
        return List.copyOf(errors);
    }

    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    /** Line breaks and tabs pass; other control characters and lone surrogates do not. */
    private static boolean isForbidden(int codePoint) {
        return (Character.isISOControl(codePoint) && "\n\r\t".indexOf(codePoint) < 0)
                || Character.getType(codePoint) == Character.SURROGATE;
    }
}
