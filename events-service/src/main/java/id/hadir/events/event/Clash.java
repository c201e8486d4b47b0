package id.hadir.events.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A warning: another event at an overlapping time has the same venue, speaker or invited unit. Of
 * one that its reader may not see it tells the title and nothing else.
 *
 * @param eventId of the other event; null when the reader may not see it
 * @param startsAt of the other event, or its day while the time is not known
 * @param detail the venue, the speakers, or the units; empty when the reader may not see the event
 */
public record Clash(
        Kind kind,
        @Nullable UUID eventId,
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

    static Clash unseen(Kind kind, String title) {
        return new Clash(kind, null, title, null, null, "");
    }
}
