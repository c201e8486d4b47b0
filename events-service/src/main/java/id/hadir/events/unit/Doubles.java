package id.hadir.events.unit;

import java.util.Objects;
import java.util.Optional;

/**
 * Two units that are said to be one.
 *
 * @param unit is to be merged
 * @param into remains
 */
public record Doubles(UnitProfile unit, UnitProfile into) {

    /** Somebody has merged just these already. */
    boolean areOne() {
        return into.id().equals(unit.mergedInto());
    }

    /**
     * Code of what stands in the way. One of another kind or region is no double: reports of a
     * region would change that nobody looks at while merging.
     */
    Optional<String> refusal() {
        if (unit.mergedInto() != null || into.mergedInto() != null) {
            return Optional.of("unit-merged");
        }
        if (!into.active()) {
            return Optional.of("unit-inactive");
        }
        return unit.kind() == into.kind() && Objects.equals(unit.regionCode(), into.regionCode())
                ? Optional.empty()
                : Optional.of("units-differ");
    }
}
