package id.hadir.attendance.person;

import id.hadir.kit.problem.FieldErrors;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A name as it is printed, degrees and all, and the bare name under which the same person is found
 * again.
 */
public record PersonName(String printed, String bare) {

    private static final int MAX_LENGTH = 150;

    public static PersonName of(String printed) {
        return new PersonName(printed, BareName.of(printed));
    }

    /** Null when it was refused; a name is never optional. */
    public static @Nullable PersonName parse(
            String field, @Nullable String typed, FieldErrors errors) {
        String printed = Text.required(field, typed, MAX_LENGTH, errors);
        if (printed.isEmpty()) {
            return null;
        }
        if (printed.codePoints().noneMatch(Character::isLetter)) {
            errors.add(field, "invalid-name");
            return null;
        }
        return of(printed);
    }

    /**
     * Folds what two people may type differently and mean the same by: case, blanks, dots, dashes.
     */
    public static String fold(String text) {
        return BareName.plain(text.toLowerCase(Locale.ROOT));
    }
}
