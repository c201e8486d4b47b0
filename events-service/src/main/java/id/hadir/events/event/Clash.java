package id.hadir.events.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A warning: another event at an overlapping time has the same venue, speaker or invited unit.
 *
 * @param startsAt of the other event, or its day while the time is not known
 * @param detail the venue, the speakers, or the units
 */
public record Clash(
        Kind kind,
        UUID eventId,
        String title,
        @Nullable String startsAt,
        @Nullable String endsAt,
        String detail) {

    public enum Kind {
        VENUE,
        SPEAKER,
        UNIT;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
