package id.hadir.attendance.checkin;

import id.hadir.attendance.registration.RegistrationRequest;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at the door without a registration.
 *
 * @param unitName for a guest whose office is not in the list
 * @param arrivedAt when it was, if a desk tells later; else now
 */
public record WalkInRequest(
        @Nullable String unitId,
        @Nullable String unitName,
        RegistrationRequest.@Nullable AttendeeRequest attendee,
        RegistrationRequest.@Nullable RepresentingRequest representing,
        @Nullable String arrivedAt,
        @Nullable String device) {

    RegistrationRequest registration() {
        return new RegistrationRequest(unitId, unitName, null, attendee, representing, true);
    }
}
