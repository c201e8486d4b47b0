package id.hadir.events.event;

import id.hadir.events.naming.Folded;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where an event takes place; a report may know no more than "a restaurant in Kediri". */
public record Venue(
        @Nullable String name,
        @Nullable String address,
        @Nullable String regionCode,
        @Nullable Integer capacity) {

    boolean isKnown() {
        return name != null || address != null;
    }

    /** Whether people find both alike; how many they hold is nothing that moves anybody. */
    public static boolean isSamePlace(@Nullable Venue one, @Nullable Venue other) {
        return one == null || other == null
                ? one == other
                : Objects.equals(one.name, other.name)
                        && Objects.equals(one.address, other.address)
                        && Objects.equals(one.regionCode, other.regionCode);
    }

    /** Two events with the same key are at the same place; null when there is no name to go by. */
    @Nullable String key() {
        return name == null ? null : Folded.of(name) + "@" + (regionCode == null ? "" : regionCode);
    }
}
