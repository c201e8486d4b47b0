package id.hadir.kit.problem;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads date-times as RFC 3339 with an offset; one without is refused, never guessed. What is finer
 * than a microsecond is cut off, as PostgreSQL could not give it back.
 */
public final class Rfc3339 {

    private static final Instant EARLIEST = Instant.parse("1945-08-17T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Rfc3339() {}

    /** Null when absent, or when it is wrong and an error was added. */
    public static @Nullable Instant parse(
            String field, @Nullable String value, FieldErrors errors) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            Instant instant =
                    OffsetDateTime.parse(value.strip()).toInstant().truncatedTo(ChronoUnit.MICROS);
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                errors.add(field, "out-of-range", EARLIEST, LATEST);
                return null;
            }
            return instant;
        } catch (DateTimeParseException notADateTime) {
            errors.add(field, "invalid-date-time");
            return null;
        }
    }
}
