package id.hadir.attendance.checkin;

import id.hadir.attendance.eventcopy.EventQueries;
import id.hadir.attendance.eventcopy.Unit;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Writes down which unit sent word. */
@Service
public class Excuses {

    private final Desk desk;
    private final EventQueries events;
    private final ExcuseStore store;
    private final Audit audit;
    private final Clock clock;
    private final TransactionalOperator transaction;

    Excuses(
            Desk desk,
            EventQueries events,
            ExcuseStore store,
            Audit audit,
            Clock clock,
            TransactionalOperator transaction) {
        this.desk = desk;
        this.events = events;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Mono<Excuse> record(Actor actor, UUID eventId, ExcuseRequest request) {
        return Mono.defer(
                () -> {
                    FieldErrors errors = new FieldErrors();
                    ExcuseRequest.Read read = request.read(errors);
                    errors.throwIfAny();
                    return desk.event(actor, eventId)
                            .flatMap(_ -> unit(eventId, read.unitId()))
                            .map(unit -> excuse(unit, read, actor))
                            .flatMap(
                                    excuse ->
                                            store.put(eventId, unitId(excuse), excuse)
                                                    .then(audit.append(recorded(eventId, excuse)))
                                                    .as(transaction::transactional)
                                                    .thenReturn(excuse));
                });
    }

    /** Without the note, which may tell of somebody's health. */
    private static Deed recorded(UUID eventId, Excuse excuse) {
        return Deed.of("excuse.recorded", "unit", unitId(excuse))
                .at(eventId)
                .with(Map.of("reason", excuse.reason().code()));
    }

    /** Not always the one that was asked for: that may have been merged into another. */
    private static UUID unitId(Excuse excuse) {
        return Objects.requireNonNull(excuse.unit().id());
    }

    private Mono<Unit> unit(UUID eventId, UUID unitId) {
        return events.unit(eventId, unitId)
                .switchIfEmpty(Mono.error(() -> Problem.invalid("unitId", "unknown-unit")));
    }

    private Excuse excuse(Unit unit, ExcuseRequest.Read read, Actor actor) {
        return new Excuse(
                unit,
                read.reason(),
                read.note(),
                actor.username(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
