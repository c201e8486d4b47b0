package id.hadir.attendance.answer;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventQueries;
import id.hadir.attendance.registration.RegistrationRequest;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Takes the answers of invited offices, each by its own link, until the event is over. */
@Service
class Answers {

    private final EventQueries events;
    private final AnswerQueries queries;
    private final AnswerStore store;
    private final Audit audit;
    private final Clock clock;
    private final TransactionalOperator transaction;

    Answers(
            EventQueries events,
            AnswerQueries queries,
            AnswerStore store,
            Audit audit,
            Clock clock,
            TransactionalOperator transaction) {
        this.events = events;
        this.queries = queries;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * @param isFirst whether the office gave none before
     */
    record Taken(Invited office, Answer answer, boolean isFirst) {}

    /**
     * The last answer counts, also one after the deadline, which is marked late.
     *
     * @return fails with 404, 409 {@code event-cancelled}, {@code event-ended}, {@code not-invited}
     *     or {@code in-person-required}, or 422 with every wrong field
     */
    Mono<Taken> take(UUID eventId, AnswerRequest request) {
        return Mono.defer(
                () -> {
                    FieldErrors errors = new FieldErrors();
                    AnswerRequest.Read read = request.read(errors);
                    errors.throwIfAny();
                    return events.find(eventId)
                            .filter(Event::isPublic)
                            .switchIfEmpty(Mono.error(Problem::notFound))
                            .doOnNext(this::refuseLate)
                            .flatMap(event -> office(event, read.token()))
                            .doOnNext(office -> refuseSubstitute(office, read.kind()))
                            .flatMap(office -> put(eventId, office, read));
                });
    }

    /** The office whose link it is; fails with 409 {@code not-invited} when it is none's. */
    Mono<Invited> office(Event event, String token) {
        return queries.invitedBy(event.id(), RegistrationRequest.tokenHash(token))
                .switchIfEmpty(Mono.error(() -> Problem.conflict("not-invited")));
    }

    private Mono<Taken> put(UUID eventId, Invited office, AnswerRequest.Read read) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Answer answer = read.at(now, office.isLate(now));
        return store.put(eventId, office.unitId(), answer)
                .delayUntil(_ -> audit.append(given(eventId, office, answer)))
                .as(transaction::transactional)
                .map(isFirst -> new Taken(office, answer, isFirst));
    }

    private void refuseLate(Event event) {
        if (event.status() == Event.Status.CANCELLED) {
            throw Problem.conflict("event-cancelled");
        }
        if (event.hasEnded(clock.instant())) {
            throw Problem.conflict("event-ended");
        }
    }

    private static void refuseSubstitute(Invited office, Answer.Kind kind) {
        if (kind == Answer.Kind.SENDING && office.isInPerson()) {
            throw Problem.conflict("in-person-required");
        }
    }

    /** Without name and note, which are personal. */
    private static Deed given(UUID eventId, Invited office, Answer answer) {
        return Deed.of("answer.given", "unit", office.unitId())
                .at(eventId)
                .and("answer", answer.kind().code())
                .and("reason", answer.reason() == null ? null : answer.reason().code());
    }
}
