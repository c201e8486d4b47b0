package id.hadir.load.peer;

import org.jspecify.annotations.Nullable;

/**
 * Whom an attendee sits in for.
 *
 * @param basis the letter that says so
 */
record Representing(@Nullable String position, @Nullable String name, @Nullable String basis) {}
