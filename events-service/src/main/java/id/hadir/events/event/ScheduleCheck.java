package id.hadir.events.event;

import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Rfc3339;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Makes a schedule of what was typed. */
final class ScheduleCheck {

    /** The lists rely on it: what lies further back than this is over. */
    static final Duration LONGEST = Duration.ofDays(31);

    private static final LocalDate EARLIEST = LocalDate.of(1945, 8, 17);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private ScheduleCheck() {}

    /** The proposal when nothing was given. */
    static ZoneId zone(@Nullable String id, ZoneId proposal, FieldErrors errors) {
        if (id == null || id.isBlank()) {
            return proposal;
        }
        return TimeZones.ALL.stream()
                .filter(zone -> zone.getId().equals(id.strip()))
                .findFirst()
                .orElseGet(
                        () -> {
                            errors.add("timeZone", "invalid-choice");
                            return proposal;
                        });
    }

    /** Null when a field was wrong and an error was added. */
    static @Nullable Schedule schedule(
            @Nullable String date,
            @Nullable String startsAt,
            @Nullable String endsAt,
            ZoneId zone,
            FieldErrors errors) {
        int before = errors.asList().size();
        LocalDate day = day("date", date, errors);
        Instant start = Rfc3339.parse("startsAt", startsAt, errors);
        Instant end = Rfc3339.parse("endsAt", endsAt, errors);
        if (end != null && (startsAt == null || startsAt.isBlank())) {
            errors.add("startsAt", "required");
        }
        if (start != null && end != null) {
            if (!start.isBefore(end)) {
                errors.add("endsAt", "end-before-start");
            } else if (Duration.between(start, end).compareTo(LONGEST) > 0) {
                errors.add("endsAt", "too-long-event", LONGEST.toDays());
            }
        }
        if (start != null && day != null && !start.atZone(zone).toLocalDate().equals(day)) {
            errors.add("date", "date-mismatch");
        }
        return errors.asList().size() > before
                ? null
                : new Schedule(start == null ? day : null, start, end, zone);
    }

    static @Nullable LocalDate day(String field, @Nullable String text, FieldErrors errors) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text.strip());
            if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
                errors.add(field, "out-of-range", EARLIEST, LATEST);
                return null;
            }
            return day;
        } catch (DateTimeParseException notADate) {
            errors.add(field, "invalid-date");
            return null;
        }
    }
}
