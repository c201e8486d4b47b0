package id.hadir.attendance.privacy;

import id.hadir.attendance.person.Email;
import id.hadir.attendance.person.Nip;
import id.hadir.attendance.person.PersonName;
import id.hadir.attendance.person.Phone;
import id.hadir.kit.problem.FieldErrors;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose data is looked for: by one number or address over all events, or by name within one event,
 * as names are shared by too many people.
 */
record PersonAsked(
        @Nullable String nip,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String name,
        @Nullable String eventId) {

    /** As the registrations hold it. */
    record Read(
            @Nullable String nip,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String name,
            @Nullable UUID event) {}

    Read read() {
        FieldErrors errors = new FieldErrors();
        Nip number = Nip.parse("nip", nip, errors);
        Phone mobile = Phone.parse("phone", phone, errors);
        Email address = Email.parse("email", email, errors);
        PersonName person = isBlank(name) ? null : PersonName.parse("name", name, errors);
        UUID event = event(errors);
        if (errors.isEmpty()
                && Stream.of(number, mobile, address, person).filter(Objects::nonNull).count()
                        != 1) {
            errors.add("nip", "one-of-them");
        }
        if (person != null && event == null) {
            errors.add("eventId", "required");
        }
        errors.throwIfAny();
        return new Read(
                number == null ? null : number.digits(),
                mobile == null ? null : mobile.e164(),
                address == null ? null : address.address(),
                person == null ? null : person.printed(),
                event);
    }

    private @Nullable UUID event(FieldErrors errors) {
        if (eventId == null || eventId.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(eventId.strip());
        } catch (IllegalArgumentException noId) {
            errors.add("eventId", "invalid-choice");
            return null;
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
