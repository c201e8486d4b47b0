package id.hadir.events.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * {@code draft → published → completed}, and {@code cancelled} from either of the first two. That
 * an event is completed is never stored: it follows from its end and the clock.
 */
public enum EventStatus {
    DRAFT,
    PUBLISHED,
    COMPLETED,
    CANCELLED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static EventStatus ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
