package id.hadir.load.peer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who wishes to register, checked in themselves but not yet against the event. */
record Applicant(
        @Nullable UUID unitId,
        @Nullable String unitName,
        Attendee attendee,
        @Nullable Representing representing) {

    String nipOrEmpty() {
        return attendee.nip() == null ? "" : attendee.nip();
    }
}
