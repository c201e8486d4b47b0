package id.hadir.attendance.registration;

import id.hadir.attendance.eventcopy.EventView;
import id.hadir.attendance.form.OfficeChoices;
import org.jspecify.annotations.Nullable;

/**
 * What the registration form is shown with, beside what was typed.
 *
 * @param seats null when the event has no limit
 * @param isInvitationUnknown a link was followed whose invitation does not exist
 * @param isInPerson the chosen office's invitation cannot be passed on
 * @param refusal code of the refusal that the form was answered with, or null
 */
public record RegistrationFormView(
        EventView event,
        OfficeChoices offices,
        @Nullable Seats seats,
        boolean isInvitationUnknown,
        boolean isInPerson,
        @Nullable String refusal) {

    public record Seats(int capacity, int remaining) {

        public boolean isFull() {
            return remaining == 0;
        }
    }

    public boolean isForWaitlist() {
        return seats != null && seats.isFull();
    }

    /** "Camat Baros", or the office itself where nobody knows its head's title. */
    public String invitedAs() {
        OfficeChoices.Office office = offices.fixed();
        if (office == null) {
            return "";
        }
        return office.headTitle().isEmpty() ? office.name() : office.headTitle();
    }
}
