package id.hadir.attendance.checkin;

import id.hadir.attendance.registration.Registration;
import id.hadir.attendance.ticket.TicketCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides scans one after the other, on registrations that the store has locked meanwhile. */
final class Door {

    private final UUID eventId;
    private final Map<UUID, Registration> byId = new HashMap<>();
    private final Map<TicketCode, Registration> byCode = new HashMap<>();
    private final Map<String, CheckInAnswer> answered;
    private final List<Decided> decided = new ArrayList<>();

    /** A scan that was not answered before, and its answer. */
    record Decided(Scan scan, CheckInAnswer answer) {}

    /**
     * @param answered earlier answers by nonce
     */
    Door(UUID eventId, List<Registration> registrations, Map<String, CheckInAnswer> answered) {
        this.eventId = eventId;
        this.answered = new HashMap<>(answered);
        registrations.forEach(this::remember);
    }

    CheckInAnswer decide(Scan scan) {
        CheckInAnswer before = answered.get(scan.nonce());
        if (before != null) {
            return before;
        }
        CheckInAnswer answer = answer(scan);
        answered.put(scan.nonce(), answer);
        decided.add(new Decided(scan, answer));
        return answer;
    }

    /** Those to write down. */
    List<Decided> decided() {
        return decided;
    }

    private CheckInAnswer answer(Scan scan) {
        return switch (scan.shown()) {
            case Scan.Shown.Nothing() -> without(Outcome.NOT_REGISTERED);
            case Scan.Shown.OfAnotherEvent() -> without(Outcome.WRONG_EVENT);
            case Scan.Shown.Person(UUID id) -> answer(scan, byId.get(id));
            case Scan.Shown.Code(TicketCode code) -> answer(scan, byCode.get(code));
        };
    }

    private CheckInAnswer answer(Scan scan, @Nullable Registration registration) {
        if (registration == null) {
            return without(Outcome.NOT_REGISTERED);
        }
        if (!registration.eventId().equals(eventId)) {
            return without(Outcome.WRONG_EVENT);
        }
        return switch (registration.status()) {
            case WAITLISTED -> new CheckInAnswer(Outcome.WAITLISTED, registration, null);
            case CANCELLED -> new CheckInAnswer(Outcome.CANCELLED, registration, null);
            case SUBSTITUTED -> new CheckInAnswer(Outcome.REVOKED, registration, null);
            case CONFIRMED -> admit(scan, registration, registration.checkedInAt());
        };
    }

    private CheckInAnswer admit(Scan scan, Registration registration, @Nullable Instant before) {
        if (before != null) {
            return new CheckInAnswer(Outcome.ALREADY_CHECKED_IN, registration, before);
        }
        Registration attended = registration.attendedAt(scan.at(), scan.device());
        remember(attended);
        return new CheckInAnswer(Outcome.ACCEPTED, attended, scan.at());
    }

    private void remember(Registration registration) {
        byId.put(registration.id(), registration);
        byCode.put(registration.code(), registration);
    }

    private static CheckInAnswer without(Outcome outcome) {
        return new CheckInAnswer(outcome, null, null);
    }
}
