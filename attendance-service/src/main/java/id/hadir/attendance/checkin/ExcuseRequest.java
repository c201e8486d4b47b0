package id.hadir.attendance.checkin;

import id.hadir.kit.problem.FieldErrors;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A unit's word that nobody comes. */
public record ExcuseRequest(
        @Nullable String unitId, @Nullable String reason, @Nullable String note) {

    private static final int NOTE_LENGTH = 500;
    private static final UUID NO_UNIT = new UUID(0, 0);

    record Read(UUID unitId, Excuse.Reason reason, @Nullable String note) {}

    Read read(FieldErrors errors) {
        String unit = errors.requiredText("unitId", unitId, 50);
        Excuse.Reason read = Excuse.Reason.ofCode(reason);
        if (read == null) {
            errors.add(
                    "reason", reason == null || reason.isBlank() ? "required" : "invalid-choice");
        }
        return new Read(
                idOf(unit),
                Objects.requireNonNullElse(read, Excuse.Reason.IZIN),
                errors.optionalText("note", note, NOTE_LENGTH));
    }

    private static UUID idOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return NO_UNIT;
        }
    }
}
