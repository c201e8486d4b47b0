package id.hadir.attendance.registration;

import com.github.f4b6a3.uuid.UuidCreator;
import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.registration.Registration.Status;
import id.hadir.attendance.ticket.TicketCode;
import id.hadir.kit.feed.Feed;
import id.hadir.kit.problem.FieldErrors;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
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
    private final RosterQueries rosters;
    private final Waitlist waitlist;
    private final Feed feed;
    private final Clock clock;
    private final TransactionalOperator transaction;

    TicketHolder(
            RegistrationQueries queries,
            RegistrationStore store,
            Registering registering,
            RosterQueries rosters,
            Waitlist waitlist,
            Feed feed,
            Clock clock,
            TransactionalOperator transaction) {
        this.queries = queries;
        this.store = store;
        this.registering = registering;
        this.rosters = rosters;
        this.waitlist = waitlist;
        this.feed = feed;
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
                    Attendee attendee = request.attendee(errors);
                    String basis = request.basis(errors);
                    Application.IdempotencyKey key =
                            registering.key(idempotencyKey, List.of(typedCode, request), errors);
                    errors.throwIfAny();
                    return find(typedCode)
                            .flatMap(
                                    held ->
                                            underLock(
                                                    held,
                                                    (seats, old) ->
                                                            substitute(
                                                                    seats,
                                                                    old,
                                                                    successor(old, attendee, basis),
                                                                    key)));
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
        Refusal refusal = refuse(seats, registration);
        if (refusal != null) {
            return Mono.just(new Verdict.Refused(refusal));
        }
        Registration cancelled = registration.with(Status.CANCELLED);
        return store.change(registration, Status.CANCELLED)
                .then(RegistrationsChanged.of(seats.event().id(), List.of(cancelled)).tellIn(feed))
                .then(waitlist.promote(seats.release(registration.status())))
                .flatMap(store::keep)
                .thenReturn(admitted(seats, cancelled));
    }

    private Mono<Verdict> substitute(
            EventSeats seats,
            Registration old,
            Registration next,
            Application.@Nullable IdempotencyKey key) {
        return rosters.read(seats.event().id(), List.of(applicationOf(next, key)))
                .map(RosterQueries.Reading::roster)
                .flatMap(
                        roster -> {
                            Roster.Answered before =
                                    key == null ? null : roster.answers().get(key.key());
                            if (key != null && before != null) {
                                return Mono.just(before.to(key));
                            }
                            Refusal refusal =
                                    seats.event().status() == Event.Status.CANCELLED
                                            ? Refusal.EVENT_CANCELLED
                                            : refuse(seats, old);
                            Refusal clash = refusal == null ? clash(roster, old, next) : refusal;
                            return clash == null
                                    ? replace(seats, old, next, key)
                                    : Mono.just(new Verdict.Refused(clash));
                        });
    }

    /**
     * The seat goes over as it is: first the old ticket gives it up, then the new one takes it, so
     * that no guard sees two.
     */
    private Mono<Verdict> replace(
            EventSeats seats,
            Registration old,
            Registration next,
            Application.@Nullable IdempotencyKey key) {
        Receipt receipt = new Receipt(seats.event(), next, next.status(), null);
        RegistrationsChanged changed =
                RegistrationsChanged.of(
                        seats.event().id(), List.of(old.with(Status.SUBSTITUTED), next));
        return store.change(old, Status.SUBSTITUTED)
                .then(
                        store.add(
                                List.of(receipt),
                                Collections.singletonList(key),
                                seats,
                                changed.entryOf(feed)))
                .then(Mono.defer(() -> queries.byCode(next.code().bare())))
                .map(stored -> new Verdict.Admitted(stored, true));
    }

    private @Nullable Refusal refuse(EventSeats seats, Registration registration) {
        return registration.refusalOfChange(seats.event().hasEnded(clock.instant()));
    }

    private static @Nullable Refusal clash(Roster roster, Registration old, Registration next) {
        boolean inPerson = roster.invitations().stream().anyMatch(Roster.Invitation::inPerson);
        if (inPerson) {
            return Refusal.IN_PERSON_REQUIRED;
        }
        List<Roster.Present> others = new ArrayList<>(roster.people());
        Roster.Present leaving = presentOf(old);
        others.removeIf(leaving::equals);
        return new People(others).has(next.attendee(), next.unitKey(), true)
                ? Refusal.ALREADY_REGISTERED
                : null;
    }

    private static Roster.Present presentOf(Registration registration) {
        Attendee attendee = registration.attendee();
        return new Roster.Present(
                registration.unitKey(),
                attendee.name().bare(),
                attendee.nip() == null ? null : attendee.nip().digits());
    }

    /** Whoever stands in for a stand-in represents the same official. */
    private Registration successor(Registration old, Attendee attendee, @Nullable String basis) {
        Representing before = old.representing();
        Representing representing =
                before == null
                        ? new Representing(
                                old.attendee().position(), old.attendee().name().printed(), basis)
                        : new Representing(before.position(), before.name(), basis);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Registration(
                old.eventId(),
                UuidCreator.getTimeOrderedEpoch(),
                old.status(),
                old.unit(),
                old.unitKey(),
                attendee,
                representing,
                old.source(),
                TicketCode.random(),
                old.waitlistNo(),
                now,
                null,
                null,
                1);
    }

    private static Application applicationOf(
            Registration next, Application.@Nullable IdempotencyKey key) {
        Application.Office office =
                new Application.Office(
                        next.unit().id(), Objects.requireNonNull(next.unit().name()), null);
        return new Application(
                next.eventId(),
                next.id(),
                next.code(),
                office,
                next.attendee(),
                next.representing(),
                next.source(),
                key,
                next.registeredAt(),
                null,
                null);
    }

    private static Verdict admitted(EventSeats seats, Registration registration) {
        return new Verdict.Admitted(
                new Receipt(seats.event(), registration, registration.status(), null), true);
    }
}
