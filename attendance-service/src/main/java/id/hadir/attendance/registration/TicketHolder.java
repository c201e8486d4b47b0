package id.hadir.attendance.registration;

import id.hadir.attendance.registration.Registration.Status;
import id.hadir.attendance.ticket.TicketCode;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.feed.Feed;
import id.hadir.kit.problem.FieldErrors;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What the holder of a ticket may do with it; the code is all the proof there is. */
@Service
public class TicketHolder {

    private final RegistrationQueries queries;
    private final RegistrationStore store;
    private final Registering registering;
    private final Substitution substitution;
    private final Waitlist waitlist;
    private final Feed feed;
    private final Audit audit;
    private final Clock clock;
    private final TransactionalOperator transaction;

    TicketHolder(
            RegistrationQueries queries,
            RegistrationStore store,
            Registering registering,
            Substitution substitution,
            Waitlist waitlist,
            Feed feed,
            Audit audit,
            Clock clock,
            TransactionalOperator transaction) {
        this.queries = queries;
        this.store = store;
        this.registering = registering;
        this.substitution = substitution;
        this.waitlist = waitlist;
        this.feed = feed;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Empty for a code that no ticket has. */
    public Mono<Receipt> find(String typedCode) {
        TicketCode code = TicketCode.parse(typedCode);
        return code == null ? Mono.empty() : queries.byCode(code.bare());
    }

    /**
     * Gives the seat back; the first on the waitlist gets it. Empty when there was no such ticket.
     */
    public Mono<Verdict> cancel(String typedCode) {
        return find(typedCode).flatMap(held -> underLock(held, this::cancel));
    }

    /**
     * Hands the seat to another person, who gets a ticket of their own. Empty when there was no
     * such ticket.
     *
     * @param idempotencyKey the same key with the same body gets the new ticket again
     */
    public Mono<Verdict> substitute(
            String typedCode, SubstituteRequest request, @Nullable String idempotencyKey) {
        return Mono.defer(
                () -> {
                    FieldErrors errors = new FieldErrors();
                    Substitution.Wish wish =
                            new Substitution.Wish(
                                    request.attendee(errors),
                                    request.basis(errors),
                                    registering.key(
                                            idempotencyKey, List.of(typedCode, request), errors));
                    errors.throwIfAny();
                    return find(typedCode)
                            .flatMap(
                                    held ->
                                            underLock(
                                                    held,
                                                    (seats, old) ->
                                                            substitution.decide(seats, old, wish)));
                });
    }

    @FunctionalInterface
    private interface Step {
        Mono<Verdict> under(EventSeats seats, Registration registration);
    }

    private Mono<Verdict> underLock(Receipt held, Step step) {
        UUID eventId = held.event().id();
        return store.lock(eventId)
                .flatMap(
                        seats ->
                                store.find(eventId, held.registration().code().bare())
                                        .flatMap(registration -> step.under(seats, registration)))
                .as(transaction::transactional)
                .retryWhen(SeatDesk.AGAIN);
    }

    private Mono<Verdict> cancel(EventSeats seats, Registration registration) {
        if (registration.status() == Status.CANCELLED) {
            return Mono.just(admitted(seats, registration));
        }
        Refusal refusal = registration.refusalOfChange(seats.event().hasEnded(clock.instant()));
        if (refusal != null) {
            return Mono.just(new Verdict.Refused(refusal));
        }
        Registration cancelled = registration.with(Status.CANCELLED);
        return store.change(registration, Status.CANCELLED)
                .then(RegistrationsChanged.of(seats.event().id(), List.of(cancelled)).tellIn(feed))
                .then(audit.append(cancelled(registration)))
                .then(waitlist.promote(seats.release(registration.status())))
                .flatMap(store::keep)
                .thenReturn(admitted(seats, cancelled));
    }

    private static Deed cancelled(Registration registration) {
        return Deed.of("registration.cancelled", "registration", registration.id())
                .at(registration.eventId())
                .changing(
                        Map.of("status", registration.status().code()),
                        Map.of("status", Status.CANCELLED.code()));
    }

    private static Verdict admitted(EventSeats seats, Registration registration) {
        return new Verdict.Admitted(
                new Receipt(seats.event(), registration, registration.status(), null), true);
    }
}
