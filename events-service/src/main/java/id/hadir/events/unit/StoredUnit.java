package id.hadir.events.unit;

import org.jspecify.annotations.Nullable;

/**
 * What is stored of the unit that a line of a file is about.
 *
 * @param active false for one that is not invited any more
 */
public record StoredUnit(
        long line,
        @Nullable String headTitle,
        @Nullable String email,
        @Nullable String phone,
        boolean active) {}
