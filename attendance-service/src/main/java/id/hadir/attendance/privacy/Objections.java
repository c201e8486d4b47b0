package id.hadir.attendance.privacy;

import com.github.f4b6a3.uuid.UuidCreator;
import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.privacy.ObjectionQueries.Made;
import id.hadir.attendance.registration.Participants;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * An attendee objects to the use of their data, and the organiser of the event answers, or an
 * admin. Neither the words nor the answer are in the audit, which keeps for ever.
 */
@Service
class Objections {

    private static final int LENGTH = 2000;

    /** Of one registration: enough to talk, too few to fill a disk. */
    private static final int AT_MOST = 20;

    private final Participants participants;
    private final ObjectionQueries queries;
    private final ObjectionStore store;
    private final Audit audit;
    private final Clock clock;
    private final TransactionalOperator transaction;

    Objections(
            Participants participants,
            ObjectionQueries queries,
            ObjectionStore store,
            Audit audit,
            Clock clock,
            TransactionalOperator transaction) {
        this.participants = participants;
        this.queries = queries;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Fails with {@code invalid} or {@code too-many-objections}. */
    Mono<Objection> make(StoredData whose, @Nullable String typed) {
        return Mono.fromSupplier(() -> words("text", typed))
                .map(
                        text ->
                                Objection.of(
                                        UuidCreator.getTimeOrderedEpoch(), text, now(), null, null))
                .flatMap(objection -> write(whose, objection).as(transaction::transactional));
    }

    private Mono<Objection> write(StoredData whose, Objection objection) {
        UUID event = whose.event().id();
        return store.add(event, whose.registrationId(), objection, AT_MOST)
                .filter(added -> added)
                .switchIfEmpty(Mono.error(() -> Problem.conflict("too-many-objections")))
                .flatMap(_ -> audit.append(deed("objection.made", event, objection.id())))
                .thenReturn(objection);
    }

    /** Fails with {@code not-found} or {@code forbidden}. */
    Mono<Event> event(Actor actor, UUID eventId) {
        return participants
                .event(actor, eventId)
                .filter(event -> Participants.mayContact(actor, event))
                .switchIfEmpty(Mono.error(Problem::forbidden));
    }

    Mono<List<Made>> at(Actor actor, UUID eventId) {
        return event(actor, eventId).flatMap(_ -> queries.at(eventId));
    }

    /** Fails with {@code already-answered} also when the words were erased meanwhile. */
    Mono<Void> answer(Actor actor, UUID eventId, UUID id, @Nullable String typed) {
        return event(actor, eventId)
                .map(_ -> words("text", typed))
                .flatMap(text -> store.answer(eventId, id, text, now(), actor.username()))
                .filter(written -> written)
                .switchIfEmpty(Mono.error(() -> Problem.conflict("already-answered")))
                .flatMap(_ -> audit.append(deed("objection.answered", eventId, id)))
                .as(transaction::transactional);
    }

    private static String words(String field, @Nullable String typed) {
        FieldErrors errors = new FieldErrors();
        String text = errors.requiredText(field, typed, LENGTH);
        errors.throwIfAny();
        return text;
    }

    private static Deed deed(String action, UUID event, UUID id) {
        return Deed.of(action, "objection", id).at(event);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
