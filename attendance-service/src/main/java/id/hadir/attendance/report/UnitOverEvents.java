package id.hadir.attendance.report;

import id.hadir.attendance.eventcopy.Unit;
import org.jspecify.annotations.Nullable;

/**
 * One unit over events: at how many it was invited, and at how many it was present, represented,
 * excused, absent.
 */
public record UnitOverEvents(
        String unitKey,
        Unit unit,
        int invited,
        int present,
        int represented,
        int excused,
        int absent) {

    /**
     * The share of events at which somebody came, from 0 to 1, of those where it is known; null
     * before the first.
     */
    public @Nullable Double rate() {
        int known = present + represented + excused + absent;
        return known == 0
                ? null
                : Math.round(10_000.0 * (present + represented) / known) / 10_000.0;
    }
}
