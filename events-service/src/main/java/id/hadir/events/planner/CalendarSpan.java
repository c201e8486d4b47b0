package id.hadir.events.planner;

import id.hadir.events.event.TimeZones;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The days of a calendar: a month, or a week from Monday on.
 *
 * @param region where it is looked at; empty for the whole country
 */
public record CalendarSpan(String region, LocalDate first, boolean isWeek) {

    private static final LocalDate EARLIEST = LocalDate.of(1945, 8, 17);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 1);

    static CalendarSpan month(String region, LocalDate day) {
        return new CalendarSpan(region, day.withDayOfMonth(1), false);
    }

    static CalendarSpan week(String region, LocalDate day) {
        return new CalendarSpan(
                region, day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), true);
    }

    /** A month such as {@code 2027-08}; empty for what is none. */
    static Optional<LocalDate> parseMonth(@Nullable String text) {
        try {
            return Optional.ofNullable(text)
                    .map(typed -> YearMonth.parse(typed.strip()).atDay(1))
                    .filter(CalendarSpan::isKnown);
        } catch (DateTimeParseException notAMonth) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> parseDay(@Nullable String text) {
        try {
            return Optional.ofNullable(text)
                    .map(typed -> LocalDate.parse(typed.strip()))
                    .filter(CalendarSpan::isKnown);
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    private static boolean isKnown(LocalDate day) {
        return !day.isBefore(EARLIEST) && !day.isAfter(LATEST);
    }

    public LocalDate last() {
        return isWeek ? first.plusDays(6) : first.with(TemporalAdjusters.lastDayOfMonth());
    }

    public CalendarSpan next() {
        return new CalendarSpan(region, last().plusDays(1), isWeek);
    }

    public CalendarSpan previous() {
        return new CalendarSpan(region, isWeek ? first.minusDays(7) : first.minusMonths(1), isWeek);
    }

    /** The same days as the other kind of calendar. */
    public CalendarSpan other() {
        return isWeek ? month(region, first) : week(region, first);
    }

    public String path() {
        String days = isWeek ? "minggu=" + first : "bulan=" + YearMonth.from(first);
        return "/kalender?" + (region.isEmpty() ? "" : "wilayah=" + region + "&") + days;
    }

    Instant begins() {
        return first.atStartOfDay(TimeZones.of(region.isEmpty() ? null : region)).toInstant();
    }

    Instant ends() {
        return last().plusDays(1)
                .atStartOfDay(TimeZones.of(region.isEmpty() ? null : region))
                .toInstant();
    }
}
