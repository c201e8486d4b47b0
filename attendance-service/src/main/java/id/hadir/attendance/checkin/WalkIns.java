package id.hadir.attendance.checkin;

import id.hadir.attendance.registration.Application;
import id.hadir.attendance.registration.Refusal;
import id.hadir.attendance.registration.Registering;
import id.hadir.attendance.registration.Registration;
import id.hadir.attendance.registration.Verdict;
import id.hadir.attendance.registration.WaitingGuests;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.audit.Masked;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Rfc3339;
import id.hadir.kit.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Lets in who stands at the door unregistered: attended at once, whatever the capacity and the
 * roster say.
 */
@Service
public class WalkIns {

    private static final int DEVICE_LENGTH = 100;

    private final Desk desk;
    private final Registering registering;
    private final WaitingGuests waitingGuests;
    private final Audit audit;
    private final Clock clock;

    WalkIns(
            Desk desk,
            Registering registering,
            WaitingGuests waitingGuests,
            Audit audit,
            Clock clock) {
        this.desk = desk;
        this.registering = registering;
        this.waitingGuests = waitingGuests;
        this.audit = audit;
        this.clock = clock;
    }

    public Mono<Verdict> admit(
            Actor actor, UUID eventId, WalkInRequest request, @Nullable String idempotencyKey) {
        return Mono.defer(
                () -> {
                    Application application = application(eventId, request, idempotencyKey);
                    return desk.event(actor, eventId)
                            .delayUntil(_ -> audit.append(asked(application)))
                            .flatMap(_ -> admit(application));
                });
    }

    /** Written before the registration, whose transaction is its batch's: none goes without it. */
    private static Deed asked(Application application) {
        Map<String, @Nullable Object> guest = new LinkedHashMap<>();
        guest.put("name", Masked.name(application.attendee().name().printed()));
        guest.put("unitId", application.office().unitId());
        guest.put("device", application.device());
        return Deed.of("registration.walk-in", "registration", application.registrationId())
                .at(application.eventId())
                .with(guest);
    }

    private Mono<Verdict> admit(Application application) {
        return registering
                .submit(application)
                .flatMap(
                        verdict ->
                                verdict.equals(new Verdict.Refused(Refusal.ALREADY_REGISTERED))
                                        ? waitingGuests.letIn(application).defaultIfEmpty(verdict)
                                        : Mono.just(verdict));
    }

    private Application application(
            UUID eventId, WalkInRequest request, @Nullable String idempotencyKey) {
        FieldErrors errors = new FieldErrors();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Application application =
                registering.application(
                        eventId,
                        request.registration(),
                        Registration.Source.WALK_IN,
                        registering.key(idempotencyKey, request, errors),
                        Objects.requireNonNullElse(
                                Rfc3339.parse("arrivedAt", request.arrivedAt(), errors), now),
                        errors.optionalText("device", request.device(), DEVICE_LENGTH),
                        errors);
        errors.throwIfAny();
        return application;
    }
}
