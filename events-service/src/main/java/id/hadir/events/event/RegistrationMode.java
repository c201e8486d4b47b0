package id.hadir.events.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who may register: only units on the roster, or anybody. */
public enum RegistrationMode {
    INVITED,
    OPEN;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
