package id.hadir.attendance.answer;

import id.hadir.attendance.checkin.Excuse;
import id.hadir.attendance.person.Text;
import id.hadir.kit.problem.FieldErrors;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it is sent.
 *
 * @param reason only of who is excused; {@code izin} when none is given
 */
public record AnswerRequest(
        @Nullable String invitationToken,
        @Nullable String answer,
        @Nullable String name,
        @Nullable String position,
        @Nullable String reason,
        @Nullable String note) {

    private static final int TOKEN_LENGTH = 200;
    private static final int TEXT_LENGTH = 200;
    private static final int NOTE_LENGTH = 500;

    /** What the answer says, whenever and by whoever it is given. */
    record Read(
            String token,
            Answer.Kind kind,
            @Nullable String name,
            @Nullable String position,
            Excuse.@Nullable Reason reason,
            @Nullable String note) {

        Answer at(Instant now, boolean late) {
            return new Answer(kind, name, position, reason, note, late, now);
        }
    }

    /** What it returns means nothing once there are errors. */
    Read read(FieldErrors errors) {
        Answer.Kind kind = Answer.Kind.ofCode(answer).orElse(Answer.Kind.COMING);
        if (!kind.code().equals(answer)) {
            errors.add(
                    "answer", answer == null || answer.isBlank() ? "required" : "invalid-choice");
        }
        return new Read(
                errors.requiredText("invitationToken", invitationToken, TOKEN_LENGTH),
                kind,
                Text.optional("name", name, TEXT_LENGTH, errors),
                Text.optional("position", position, TEXT_LENGTH, errors),
                kind == Answer.Kind.EXCUSED ? reason(errors) : null,
                errors.optionalText("note", note, NOTE_LENGTH));
    }

    private Excuse.Reason reason(FieldErrors errors) {
        Excuse.Reason read = Excuse.Reason.ofCode(reason);
        if (read == null && reason != null && !reason.isBlank()) {
            errors.add("reason", "invalid-choice");
        }
        return read == null ? Excuse.Reason.IZIN : read;
    }
}
