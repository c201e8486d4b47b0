package id.hadir.attendance.registration;

import id.hadir.attendance.person.PersonName;
import id.hadir.attendance.ticket.TicketCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish to register, checked in itself but not yet against the event.
 *
 * @param registrationId the id that the registration will have (UUIDv7), and the code its ticket
 * @param attendedAt set for who is at the door already (a walk-in), or was on the paper sheet
 */
public record Application(
        UUID eventId,
        UUID registrationId,
        TicketCode code,
        Office office,
        Attendee attendee,
        @Nullable Representing representing,
        Registration.Source source,
        @Nullable IdempotencyKey key,
        Instant at,
        @Nullable Instant attendedAt,
        @Nullable String device) {

    /**
     * The office as the attendee named it: by its id, by the invitation's token, or, where it is
     * not in the list, by name.
     *
     * @param tokenHash SHA-256 of the token, in hex
     */
    public record Office(
            @Nullable UUID unitId, @Nullable String unitName, @Nullable String tokenHash) {

        static String keyOf(UUID unitId) {
            return unitId.toString();
        }

        static String keyOf(String unitName) {
            return "name:" + PersonName.fold(unitName);
        }
    }

    /**
     * @param bodyHash tells whether the same key came with another body
     */
    public record IdempotencyKey(String key, String bodyHash) {}

    Application from(Office other) {
        return new Application(
                eventId,
                registrationId,
                code,
                other,
                attendee,
                representing,
                source,
                key,
                at,
                attendedAt,
                device);
    }

    @Nullable String nip() {
        return attendee.nip() == null ? null : attendee.nip().digits();
    }
}
