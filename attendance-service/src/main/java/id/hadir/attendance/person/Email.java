package id.hadir.attendance.person;

import id.hadir.kit.problem.FieldErrors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address as people have them: no quotes, no comments, at least one dot in the domain.
 */
public record Email(String address) {

    private static final int MAX_LENGTH = 254;
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++)*+"
                        + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

    /** Null when nothing was typed, and also when it was refused. */
    public static @Nullable Email parse(String field, @Nullable String typed, FieldErrors errors) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String address = typed.strip();
        if (address.length() > MAX_LENGTH || !ADDRESS.matcher(address).matches()) {
            errors.add(field, "invalid-email");
            return null;
        }
        return new Email(address);
    }
}
