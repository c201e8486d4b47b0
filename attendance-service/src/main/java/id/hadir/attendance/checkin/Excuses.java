package id.hadir.attendance.checkin;

import id.hadir.attendance.eventcopy.EventQueries;
import id.hadir.attendance.eventcopy.Unit;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Writes down which unit sent word. */
@Service
public class Excuses {

    private final Desk desk;
    private final EventQueries events;
    private final ExcuseStore store;
    private final Clock clock;

    Excuses(Desk desk, EventQueries events, ExcuseStore store, Clock clock) {
        this.desk = desk;
        this.events = events;
        this.store = store;
        this.clock = clock;
    }

    public Mono<Excuse> record(Actor actor, UUID eventId, ExcuseRequest request) {
        return Mono.defer(
                () -> {
                    FieldErrors errors = new FieldErrors();
                    ExcuseRequest.Read read = request.read(errors);
                    errors.throwIfAny();
                    return desk.event(actor, eventId)
                            .flatMap(_ -> unit(read.unitId()))
                            .map(unit -> excuse(unit, read, actor))
                            .flatMap(
                                    excuse ->
                                            store.put(eventId, read.unitId(), excuse)
                                                    .thenReturn(excuse));
                });
    }

    private Mono<Unit> unit(UUID unitId) {
        return events.unit(unitId)
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
