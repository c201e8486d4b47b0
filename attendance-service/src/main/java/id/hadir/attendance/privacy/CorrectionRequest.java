package id.hadir.attendance.privacy;

import id.hadir.attendance.registration.RegistrationRequest.AttendeeRequest;
import id.hadir.kit.problem.FieldErrors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What is to be written anew: a field that is missing stays as it is, null takes it away (RFC
 * 7396).
 */
record CorrectionRequest(@Nullable JsonNode attendee) {

    /** Fails with {@code invalid} for what is no text. */
    AttendeeRequest applyTo(AttendeeRequest written) {
        JsonNode patch = attendee == null ? MissingNode.getInstance() : attendee;
        FieldErrors errors = new FieldErrors();
        if (!patch.isObject() && !patch.isNull() && !patch.isMissingNode()) {
            errors.add("attendee", "invalid-type");
        }
        AttendeeRequest patched =
                new AttendeeRequest(
                        field(patch, "name", written.name(), errors),
                        field(patch, "nip", written.nip(), errors),
                        field(patch, "position", written.position(), errors),
                        field(patch, "phone", written.phone(), errors),
                        field(patch, "email", written.email(), errors));
        errors.throwIfAny();
        return patched;
    }

    private static @Nullable String field(
            JsonNode patch, String name, @Nullable String written, FieldErrors errors) {
        JsonNode value = patch.path(name);
        if (value.isMissingNode()) {
            return written;
        }
        if (!value.isNull() && !value.isString()) {
            errors.add("attendee." + name, "invalid-type");
        }
        return value.isString() ? value.stringValue() : null;
    }
}
