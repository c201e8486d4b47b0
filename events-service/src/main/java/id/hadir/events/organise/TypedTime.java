package id.hadir.events.organise;

import id.hadir.events.event.TimeZones;
import id.hadir.events.event.Weekday;
import id.hadir.kit.problem.FieldErrors;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days and times as people type them, in the zone of the event, made RFC 3339. */
final class TypedTime {

    private static final Pattern CLOCK =
            Pattern.compile(
                    "(?:(?:pukul|pkl\\.?|jam) )?([0-9]{1,2})[.:]([0-9]{2})(?::00)?"
                            + "(?: ?(WIB|WITA|WIT))?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern OPEN_END =
            Pattern.compile("((s\\.?d\\.?|sampai|hingga) )?selesai", Pattern.CASE_INSENSITIVE);

    private TypedTime() {}

    /** Of a day and a time of day; null when either is missing, or the time wrong. */
    static @Nullable String instant(
            String field, @Nullable LocalDate day, String time, ZoneId zone, FieldErrors errors) {
        LocalTime clock = clock(field, time, zone, errors);
        return clock == null || day == null ? null : rfc3339(day.atTime(clock), zone);
    }

    /** Of what {@code <input type="datetime-local">} sends. */
    static @Nullable String instant(String field, String text, ZoneId zone, FieldErrors errors) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return rfc3339(LocalDateTime.parse(text.replace(' ', 'T')), zone);
        } catch (DateTimeException wrong) {
            errors.add(field, "invalid-day-and-time");
            return null;
        }
    }

    /** Null when absent, or when it is wrong and an error was added. */
    static @Nullable LocalDate day(String field, String text, FieldErrors errors) {
        if (text.isEmpty()) {
            return null;
        }
        TypedDate typed = TypedDate.read(text).orElse(null);
        if (typed == null) {
            errors.add(field, "unreadable-date");
            return null;
        }
        return typed.weekday() == null || Weekday.check(field, typed.weekday(), typed.day(), errors)
                ? typed.day()
                : null;
    }

    /** An end may be written as "selesai": it is not known. */
    static boolean isOpen(String text) {
        return text.isEmpty() || OPEN_END.matcher(text).matches();
    }

    /** A zone written beside the time must be the one of the event. */
    private static @Nullable LocalTime clock(
            String field, String text, ZoneId zone, FieldErrors errors) {
        if (text.isEmpty()) {
            return null;
        }
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            int hour = Integer.parseInt(clock.group(1));
            int minute = Integer.parseInt(clock.group(2));
            String written = clock.group(3);
            String expected = TimeZones.abbreviation(zone);
            if (written != null && !written.equalsIgnoreCase(expected)) {
                errors.add(field, "zone-mismatch", written.toUpperCase(Locale.ROOT), expected);
                return null;
            }
            if (hour < 24 && minute < 60) {
                return LocalTime.of(hour, minute);
            }
        }
        errors.add(field, "invalid-time");
        return null;
    }

    private static String rfc3339(LocalDateTime local, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local.atZone(zone));
    }
}
