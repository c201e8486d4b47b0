package id.hadir.attendance.registration;

import id.hadir.attendance.registration.RegistrationRequest.AttendeeRequest;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.audit.Masked;
import id.hadir.kit.problem.FieldErrors;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * The holder of a ticket mends what is written about them, also after the event (UU 27/2022, art.
 * 6). Office, seat and ticket stay; it is for mistakes and not for another person, who takes the
 * seat over by a substitution: name or NIP stays as it was, and the other is corrected once.
 */
@Service
public class Correction {

    private final TicketHolder holder;
    private final RegistrationStore store;
    private final CorrectionStore corrections;
    private final RosterQueries rosters;
    private final Audit audit;
    private final Clock clock;
    private final TransactionalOperator transaction;

    Correction(
            TicketHolder holder,
            RegistrationStore store,
            CorrectionStore corrections,
            RosterQueries rosters,
            Audit audit,
            Clock clock,
            TransactionalOperator transaction) {
        this.holder = holder;
        this.store = store;
        this.corrections = corrections;
        this.rosters = rosters;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Empty when there was no such ticket; fails with {@code invalid}.
     *
     * @param change makes of what is written what is to be written
     */
    public Mono<Verdict> correct(String typedCode, UnaryOperator<AttendeeRequest> change) {
        return holder.find(typedCode)
                .flatMap(
                        held -> {
                            UUID eventId = held.event().id();
                            return store.lock(eventId)
                                    .flatMap(
                                            seats ->
                                                    store.find(
                                                                    eventId,
                                                                    held.registration()
                                                                            .code()
                                                                            .bare())
                                                            .flatMap(
                                                                    old ->
                                                                            decide(
                                                                                    seats, old,
                                                                                    change)));
                        })
                .as(transaction::transactional)
                .retryWhen(SeatDesk.AGAIN);
    }

    private Mono<Verdict> decide(
            EventSeats seats, Registration old, UnaryOperator<AttendeeRequest> change) {
        Registration next = old.correctedTo(read(old, change));
        if (next.attendee().equals(old.attendee())) {
            return Mono.just(admitted(seats, old));
        }
        if (!staysThePerson(old.attendee(), next.attendee())) {
            return Mono.just(new Verdict.Refused(Refusal.ANOTHER_PERSON));
        }
        return rosters.read(seats.event().id(), List.of(Substitution.applicationOf(next, null)))
                .map(reading -> old.holdsASeat() && clashes(reading.roster(), old, next))
                .flatMap(
                        clashes ->
                                clashes
                                        ? Mono.just(new Verdict.Refused(Refusal.ALREADY_REGISTERED))
                                        : write(seats, old, next));
    }

    private static Attendee read(Registration old, UnaryOperator<AttendeeRequest> change) {
        FieldErrors errors = new FieldErrors();
        Attendee read = change.apply(AttendeeRequest.of(old.attendee())).read(errors);
        errors.throwIfAny();
        return read;
    }

    private static boolean staysThePerson(Attendee old, Attendee next) {
        return isSameName(old, next) || (old.nip() != null && old.nip().equals(next.nip()));
    }

    private static boolean isSameName(Attendee old, Attendee next) {
        return old.name().bare().equals(next.name().bare());
    }

    private static boolean clashes(Roster roster, Registration old, Registration next) {
        List<Roster.Present> others = new ArrayList<>(roster.people());
        others.removeIf(Substitution.presentOf(old)::equals);
        return new People(others).has(next.attendee(), next.unitKey(), next.representing() != null);
    }

    private Mono<Verdict> write(EventSeats seats, Registration old, Registration next) {
        boolean isOfPerson =
                !isSameName(old.attendee(), next.attendee())
                        || !Objects.equals(old.attendee().nip(), next.attendee().nip());
        return corrections
                .write(next, isOfPerson, clock.instant().truncatedTo(ChronoUnit.MICROS))
                .flatMap(
                        written ->
                                written == 0
                                        ? Mono.just(new Verdict.Refused(Refusal.ANOTHER_PERSON))
                                        : audit.append(corrected(old, next))
                                                .thenReturn(admitted(seats, next)));
    }

    private static Deed corrected(Registration old, Registration next) {
        return Deed.of("registration.corrected", "registration", old.id())
                .at(old.eventId())
                .changing(masked(old.attendee()), masked(next.attendee()));
    }

    private static Map<String, @Nullable Object> masked(Attendee attendee) {
        AttendeeRequest whole = AttendeeRequest.of(attendee);
        Map<String, @Nullable Object> masked = new LinkedHashMap<>();
        masked.put("name", Masked.name(whole.name()));
        masked.put("nip", Masked.number(whole.nip()));
        masked.put("position", Masked.name(whole.position()));
        masked.put("phone", Masked.number(whole.phone()));
        masked.put("email", Masked.email(whole.email()));
        return masked;
    }

    private static Verdict admitted(EventSeats seats, Registration registration) {
        return new Verdict.Admitted(
                new Receipt(seats.event(), registration, registration.status(), null), true);
    }
}
