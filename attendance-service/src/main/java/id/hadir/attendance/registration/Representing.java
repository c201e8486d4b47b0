package id.hadir.attendance.registration;

import org.jspecify.annotations.Nullable;

/**
 * Whom an attendee sits in for.
 *
 * @param position of the invited official, such as "Camat Baros"
 * @param name of the invited official, where it is known
 * @param basis the letter that says so, such as "Surat tugas 800/12"
 */
public record Representing(
        @Nullable String position, @Nullable String name, @Nullable String basis) {}
