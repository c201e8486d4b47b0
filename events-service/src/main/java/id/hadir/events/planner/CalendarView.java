package id.hadir.events.planner;

import id.hadir.events.browse.ShownEvent;
import id.hadir.events.event.Clash;
import id.hadir.events.region.Region;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A calendar of a region.
 *
 * @param regions below the province asked for
 * @param isComplete whether all events are in it
 */
public record CalendarView(
        CalendarSpan span,
        List<Region> provinces,
        List<Region> regions,
        List<Entry> entries,
        boolean isComplete,
        LocalDate today) {

    /**
     * An event in it.
     *
     * @param clashes told to who may change it
     */
    public record Entry(ShownEvent event, List<Clash.Kind> clashes) {

        boolean isOn(LocalDate day) {
            LocalDate first = event.day();
            LocalDate last = event.lastDay();
            return first != null
                    && !day.isBefore(first)
                    && !day.isAfter(last == null ? first : last);
        }
    }

    /** The days, one after the other. */
    public List<LocalDate> days() {
        return span.first().datesUntil(span.last().plusDays(1)).toList();
    }

    public List<Entry> on(LocalDate day) {
        return entries.stream().filter(entry -> entry.isOn(day)).toList();
    }

    /** The columns before the first day, of which a week begins with Monday. */
    public int blanks() {
        return span.first().getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue();
    }

    public List<LocalDate> week() {
        LocalDate monday = CalendarSpan.week("", span.first()).first();
        return Stream.iterate(monday, day -> day.plusDays(1)).limit(7).toList();
    }

    public @Nullable String province() {
        return span.region().isEmpty() ? null : span.region().substring(0, 2);
    }

    public String provinceName() {
        return provinces.stream()
                .filter(province -> province.code().equals(province()))
                .map(Region::name)
                .findFirst()
                .orElse("");
    }
}
