package id.hadir.attendance.message;

import id.hadir.attendance.person.Email;
import id.hadir.attendance.person.Phone;
import id.hadir.kit.problem.FieldErrors;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An address or a number by which somebody says to have registered. */
sealed interface Contact {

    String FIELD = "contact";

    /**
     * @param address in lower case
     */
    record ByEmail(String address) implements Contact {}

    record ByPhone(String e164) implements Contact {}

    /** Null when it can be neither; then an error was added. */
    static @Nullable Contact parse(@Nullable String typed, FieldErrors errors) {
        if (typed == null || typed.isBlank()) {
            errors.add(FIELD, "required");
            return null;
        }
        if (typed.contains("@")) {
            Email email = Email.parse(FIELD, typed, errors);
            return email == null ? null : new ByEmail(email.address().toLowerCase(Locale.ROOT));
        }
        Phone phone = Phone.parse(FIELD, typed, errors);
        return phone == null ? null : new ByPhone(phone.e164());
    }
}
