package id.hadir.attendance.registration;

import id.hadir.kit.problem.Problem;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Why a registration was refused, by the contract's codes. */
public enum Refusal {
    IDEMPOTENCY_KEY_REUSED,
    NOT_FOUND,
    EVENT_CANCELLED,
    REGISTRATION_NOT_OPEN,
    REGISTRATION_CLOSED,
    NOT_INVITED,
    UNKNOWN_UNIT,
    IN_PERSON_REQUIRED,
    ALREADY_REGISTERED,
    ANOTHER_PERSON,
    UNIT_SEATS_TAKEN,
    EVENT_FULL,
    ALREADY_CHECKED_IN,
    TICKET_REVOKED,
    REGISTRATION_CANCELLED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Problem problem() {
        return switch (this) {
            case NOT_FOUND -> Problem.notFound();
            case UNKNOWN_UNIT -> Problem.invalid("unitId", "unknown-unit");
            case IDEMPOTENCY_KEY_REUSED -> Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code());
            default -> Problem.conflict(code());
        };
    }
}
