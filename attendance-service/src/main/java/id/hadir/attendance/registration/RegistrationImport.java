package id.hadir.attendance.registration;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.registration.Registration.Source;
import id.hadir.attendance.registration.Registration.Status;
import id.hadir.attendance.registration.RegistrationRequest.AttendeeRequest;
import id.hadir.attendance.registration.RegistrationRequest.RepresentingRequest;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import id.hadir.kit.sheet.SheetRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Registers the rows of a table, also after the event, since paper is typed in afterwards. Columns,
 * by name and in any order: {@code name} (nama), {@code nip}, {@code position} (jabatan), {@code
 * phone} (hp), {@code email} (surel); the office as {@code unitId}, or {@code unitName} (instansi)
 * as on the roster; {@code representingPosition}, {@code representingName}, {@code
 * representingBasis} for who sits in for somebody; {@code attended} (hadir) with ya, yes, true or 1
 * for who was there.
 */
@Service
public class RegistrationImport {

    private static final Logger log = LoggerFactory.getLogger(RegistrationImport.class);

    /** Fewer than a queue holds, so that an import leaves room for who registers meanwhile. */
    private static final int AT_ONCE = 200;

    private static final Set<String> YES = Set.of("ya", "y", "yes", "true", "1", "hadir", "x", "v");

    private static final Retry WHEN_BUSY =
            Retry.backoff(20, Duration.ofMillis(200))
                    .maxBackoff(Duration.ofSeconds(2))
                    .filter(
                            failure ->
                                    failure instanceof Problem problem
                                            && problem.status() == HttpStatus.SERVICE_UNAVAILABLE);

    private final Participants participants;
    private final Registering registering;
    private final RosterNames names;
    private final Audit audit;
    private final Clock clock;

    RegistrationImport(
            Participants participants,
            Registering registering,
            RosterNames names,
            Audit audit,
            Clock clock) {
        this.participants = participants;
        this.registering = registering;
        this.names = names;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of one row; rejected when there is a problem. */
    public record Imported(int line, @Nullable Status status, @Nullable Problem problem) {}

    /**
     * In the order of the rows. Fails with {@code not-found}, {@code forbidden} or {@code
     * event-not-published}.
     */
    public Mono<List<Imported>> run(Actor actor, UUID eventId, List<SheetRow> rows) {
        return participants
                .event(actor, eventId)
                .filter(event -> Participants.mayContact(actor, event))
                .switchIfEmpty(Mono.error(Problem::forbidden))
                .filter(Event::isPublic)
                .switchIfEmpty(Mono.error(() -> Problem.conflict("event-not-published")))
                .delayUntil(_ -> audit.append(asked(eventId, rows)))
                .flatMap(event -> names.read(eventId).flatMap(roster -> run(event, roster, rows)));
    }

    /** Written before its rows, which are transactions of their own: none goes without it. */
    private static Deed asked(UUID eventId, List<SheetRow> rows) {
        return Deed.of("registrations.imported", eventId).with(Map.of("rows", rows.size()));
    }

    private Mono<List<Imported>> run(
            Event event, Map<String, List<UUID>> roster, List<SheetRow> rows) {
        return Flux.fromIterable(rows)
                .flatMapSequential(row -> register(event, roster, row), AT_ONCE, 1)
                .collectList();
    }

    private Mono<Imported> register(Event event, Map<String, List<UUID>> roster, SheetRow row) {
        FieldErrors errors = new FieldErrors();
        Application application =
                registering.application(
                        event.id(),
                        request(event, roster, row, errors),
                        Source.IMPORT,
                        null,
                        attendedAt(event, row),
                        null,
                        errors);
        if (!errors.isEmpty()) {
            return Mono.just(new Imported(row.line(), null, Problem.invalid(errors.asList())));
        }
        return registering
                .submit(application)
                .retryWhen(WHEN_BUSY)
                .map(verdict -> imported(row, verdict))
                .onErrorResume(failure -> Mono.just(failed(row, failure)));
    }

    /** The rows before it are registered, and who sent the table must learn which were not. */
    private static Imported failed(SheetRow row, Throwable failure) {
        Throwable cause = Exceptions.isRetryExhausted(failure) ? failure.getCause() : failure;
        Problem problem = Problem.of(Objects.requireNonNullElse(cause, failure));
        if (problem.status() == HttpStatus.INTERNAL_SERVER_ERROR) {
            log.error("row {} of a table could not be registered", row.line(), failure);
        }
        return new Imported(row.line(), null, problem);
    }

    private static Imported imported(SheetRow row, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Admitted admitted ->
                    new Imported(row.line(), admitted.receipt().status(), null);
            case Verdict.Refused refused ->
                    new Imported(row.line(), null, refused.refusal().problem());
        };
    }

    private static RegistrationRequest request(
            Event event, Map<String, List<UUID>> roster, SheetRow row, FieldErrors errors) {
        String unitName = row.get("unitname", "unit", "instansi", "opd/instansi");
        List<UUID> named =
                unitName == null
                        ? List.of()
                        : roster.getOrDefault(RosterNames.fold(unitName), List.of());
        String unitId = row.get("unitid");
        if (unitId == null && named.size() > 1) {
            errors.add("unitName", "ambiguous-unit");
        }
        String found = unitId != null || named.isEmpty() ? unitId : named.getFirst().toString();
        return new RegistrationRequest(
                found,
                unitName,
                null,
                new AttendeeRequest(
                        row.get("name", "nama"),
                        row.get("nip"),
                        row.get("position", "jabatan"),
                        row.get("phone", "hp", "no. hp", "telepon"),
                        row.get("email", "surel")),
                representing(row),
                true);
    }

    private static @Nullable RepresentingRequest representing(SheetRow row) {
        String position = row.get("representingposition", "mewakili");
        String name = row.get("representingname");
        String basis = row.get("representingbasis", "surat tugas");
        return position == null && name == null && basis == null
                ? null
                : new RepresentingRequest(position, name, basis);
    }

    /** A paper sheet tells who came and not when: they count as there from the beginning. */
    private @Nullable Instant attendedAt(Event event, SheetRow row) {
        String attended = row.get("attended", "hadir");
        if (attended == null || !YES.contains(attended.toLowerCase(Locale.ROOT))) {
            return null;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant day =
                event.date() == null
                        ? now
                        : event.date().atStartOfDay(event.timeZone()).toInstant();
        Instant start = Objects.requireNonNullElse(event.startsAt(), day);
        return start.isBefore(now) ? start : now;
    }
}
