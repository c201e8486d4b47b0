package id.hadir.events.event;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Instants as RFC 3339 with the offset of the event's zone. */
final class Times {

    private Times() {}

    static String text(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
    }

    /** Null for what is not known, or not known how far to shift. */
    static @Nullable Instant shifted(@Nullable Instant instant, @Nullable Duration by) {
        return instant == null || by == null ? null : instant.plus(by);
    }

    static @Nullable String textOrNull(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : text(instant, zone);
    }
}
