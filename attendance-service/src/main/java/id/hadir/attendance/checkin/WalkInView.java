package id.hadir.attendance.checkin;

import id.hadir.attendance.eventcopy.EventView;
import id.hadir.attendance.form.OfficeChoices;
import id.hadir.attendance.registration.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What the form for somebody without a registration is shown with, beside what was typed.
 *
 * @param refusal code of the refusal that the form was answered with, or null
 */
public record WalkInView(EventView event, OfficeChoices offices, @Nullable String refusal) {

    /** The list of attendees knows the person, and the officer can check them in there. */
    public boolean isAlreadyRegistered() {
        return Refusal.ALREADY_REGISTERED.code().equals(refusal);
    }
}
