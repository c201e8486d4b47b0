package id.hadir.attendance.registration;

import id.hadir.attendance.person.Text;
import id.hadir.attendance.registration.RegistrationRequest.AttendeeRequest;
import id.hadir.kit.problem.FieldErrors;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who comes instead.
 *
 * @param basis the letter that says so, such as "Surat tugas 800/12"
 */
public record SubstituteRequest(@Nullable AttendeeRequest attendee, @Nullable String basis) {

    private static final int BASIS_LENGTH = 300;

    Attendee attendee(FieldErrors errors) {
        return Objects.requireNonNullElse(attendee, AttendeeRequest.EMPTY).read(errors);
    }

    @Nullable String basis(FieldErrors errors) {
        return Text.optional("basis", basis, BASIS_LENGTH, errors);
    }
}
