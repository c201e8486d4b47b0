package id.hadir.load.peer;

import id.hadir.load.peer.Outcome.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers one person in one transaction. */
@Service
class Registering {

    private final Events events;
    private final Units units;
    private final Registrations registrations;
    private final Tickets tickets;
    private final Clock clock;

    Registering(
            Events events, Units units, Registrations registrations, Tickets tickets, Clock clock) {
        this.events = events;
        this.units = units;
        this.registrations = registrations;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** The unit is read before the lock is taken: what others wait for is kept short. */
    @Transactional
    public Outcome register(UUID eventId, Applicant applicant) {
        Office office = office(applicant);
        Event event = events.lock(eventId).orElse(null);
        if (event == null) {
            return new Refused(HttpStatus.NOT_FOUND, "not-found");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String closed = event.closed(now);
        if (closed != null) {
            return new Refused(HttpStatus.CONFLICT, closed);
        }
        if (office == null) {
            return new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-unit");
        }
        if (isThere(eventId, office, applicant)) {
            return new Refused(HttpStatus.CONFLICT, "already-registered");
        }
        if (event.turnsAway()) {
            return new Refused(HttpStatus.CONFLICT, "event-full");
        }
        Registration registration =
                registrations.save(
                        new Registration(
                                eventId, office, applicant, event.take(), tickets.newCode(), now));
        String qr = tickets.qr(eventId, registration.id(), registration.code());
        return new Outcome.Registered(
                RegistrationView.of(registration, event, applicant.representing(), qr));
    }

    private @Nullable Office office(Applicant applicant) {
        if (applicant.unitId() != null) {
            return units.findByIdAndActiveTrue(applicant.unitId()).map(Unit::office).orElse(null);
        }
        return applicant.unitName() == null ? null : Office.unlisted(applicant.unitName());
    }

    private boolean isThere(UUID eventId, Office office, Applicant applicant) {
        return registrations.has(
                eventId,
                applicant.nipOrEmpty(),
                applicant.representing() != null,
                office.unitKey(),
                applicant.attendee().bareName());
    }
}
