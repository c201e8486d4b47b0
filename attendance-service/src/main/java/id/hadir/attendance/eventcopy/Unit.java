package id.hadir.attendance.eventcopy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An office.
 *
 * @param id null for one that was typed in and is not in the list
 */
public record Unit(
        @Nullable UUID id, String name, @Nullable String kind, @Nullable String regionCode) {}
