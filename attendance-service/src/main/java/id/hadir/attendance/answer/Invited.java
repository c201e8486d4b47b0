package id.hadir.attendance.answer;

import id.hadir.attendance.eventcopy.Unit;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An office as its invitation sees it.
 *
 * @param addressee who in it is meant: "Sekretaris", "Camat Baros", or the office itself
 * @param answerBy null is until the event ends
 * @param answer its last word; null while it gave none
 * @param registrations of the office that are active
 */
public record Invited(
        Unit unit,
        String addressee,
        boolean isInPerson,
        @Nullable Instant answerBy,
        @Nullable Answer answer,
        int registrations) {

    UUID unitId() {
        return Objects.requireNonNull(unit.id());
    }

    public boolean isLate(Instant now) {
        return answerBy != null && now.isAfter(answerBy);
    }
}
