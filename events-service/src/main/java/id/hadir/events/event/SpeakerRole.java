package id.hadir.events.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody does in an item of the agenda. */
public enum SpeakerRole {
    KEYNOTE,
    NARASUMBER,
    MODERATOR,
    PEMBUKA;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
