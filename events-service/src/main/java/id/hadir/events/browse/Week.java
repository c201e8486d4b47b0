package id.hadir.events.browse;

import id.hadir.kit.page.Words;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The events of one week, Monday to Sunday.
 *
 * @param monday null for events whose day is not known
 */
public record Week(@Nullable LocalDate monday, List<ShownEvent> events) {

    static List<Week> group(List<ShownEvent> events) {
        Map<LocalDate, List<ShownEvent>> byMonday = new LinkedHashMap<>();
        for (ShownEvent event : events) {
            byMonday.computeIfAbsent(mondayOf(event.day()), _ -> new ArrayList<>()).add(event);
        }
        return byMonday.entrySet().stream()
                .map(
                        week ->
                                new Week(
                                        week.getKey().equals(LocalDate.MAX) ? null : week.getKey(),
                                        week.getValue()))
                .toList();
    }

    /** "Minggu ini", "Minggu depan", or nothing for other weeks. */
    public String nearness(LocalDate today, Words words) {
        LocalDate thisMonday = mondayOf(today);
        if (thisMonday.equals(monday)) {
            return words.get("agenda.this-week");
        }
        return thisMonday.plusWeeks(1).equals(monday) ? words.get("agenda.next-week") : "";
    }

    /** "14–20 Des 2026", "30 Nov – 6 Des 2026". */
    public String span(Words words) {
        if (monday == null) {
            return words.get("event.date-later");
        }
        LocalDate sunday = monday.plusDays(6);
        int first = monday.getDayOfMonth();
        if (monday.getMonth() == sunday.getMonth()) {
            return first + "–" + words.shortDate(sunday);
        }
        return monday.getYear() == sunday.getYear()
                ? first + " " + words.month(monday) + " – " + words.shortDate(sunday)
                : words.shortDate(monday) + " – " + words.shortDate(sunday);
    }

    private static LocalDate mondayOf(@Nullable LocalDate day) {
        return day == null
                ? LocalDate.MAX
                : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
