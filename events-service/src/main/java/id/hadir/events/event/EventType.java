package id.hadir.events.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What kind of meeting it is. */
public enum EventType {
    SOSIALISASI,
    RAKOR,
    RAKORNAS,
    BIMTEK,
    RAPAT;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
