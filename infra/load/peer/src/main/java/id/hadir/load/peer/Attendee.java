package id.hadir.load.peer;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** The person who comes. */
@Embeddable
record Attendee(
        String name,
        String bareName,
        @Nullable String nip,
        @Nullable String position,
        @Nullable String phone,
        @Nullable String email) {}
