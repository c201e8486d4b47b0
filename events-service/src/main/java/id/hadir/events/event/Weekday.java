package id.hadir.events.event;

import id.hadir.kit.problem.FieldErrors;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The weekday that invitations print beside a date: where it is another than the date's, one of the
 * two is a mistake that only the organiser can mend.
 */
public final class Weekday {

    private Weekday() {}

    /** By its Indonesian or English name. */
    public static Optional<DayOfWeek> named(String name) {
        return Optional.ofNullable(
                switch (name.strip().toLowerCase(Locale.ROOT)) {
                    case "senin", "monday" -> DayOfWeek.MONDAY;
                    case "selasa", "tuesday" -> DayOfWeek.TUESDAY;
                    case "rabu", "wednesday" -> DayOfWeek.WEDNESDAY;
                    case "kamis", "thursday" -> DayOfWeek.THURSDAY;
                    case "jumat", "jum'at", "jum’at", "friday" -> DayOfWeek.FRIDAY;
                    case "sabtu", "saturday" -> DayOfWeek.SATURDAY;
                    case "minggu", "ahad", "sunday" -> DayOfWeek.SUNDAY;
                    default -> null;
                });
    }

    /** Of a request, which has it in a field of its own; absent, there is nothing to contradict. */
    static void check(@Nullable String name, @Nullable LocalDate day, FieldErrors errors) {
        if (name == null || name.isBlank()) {
            return;
        }
        DayOfWeek weekday = named(name).orElse(null);
        if (weekday == null) {
            errors.add("weekday", "invalid-choice");
        } else if (day != null) {
            check("weekday", weekday, day, errors);
        }
    }

    /**
     * The error's arguments are numbers, for the message to name day, month and weekdays.
     *
     * @return false when an error was added
     */
    public static boolean check(String field, DayOfWeek typed, LocalDate day, FieldErrors errors) {
        if (day.getDayOfWeek() == typed) {
            return true;
        }
        errors.add(
                field,
                "weekday-mismatch",
                day.getDayOfMonth(),
                day.getMonthValue(),
                day.getYear(),
                day.getDayOfWeek().getValue(),
                typed.getValue());
        return false;
    }
}
