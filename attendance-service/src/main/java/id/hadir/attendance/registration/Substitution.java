package id.hadir.attendance.registration;

import com.github.f4b6a3.uuid.UuidCreator;
import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.person.Nip;
import id.hadir.attendance.registration.Registration.Status;
import id.hadir.attendance.ticket.TicketCode;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.audit.Masked;
import id.hadir.kit.feed.Feed;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hands a seat from one person to another, who gets a ticket of their own. */
@Component
class Substitution {

    private final RegistrationQueries queries;
    private final RegistrationStore store;
    private final RosterQueries rosters;
    private final Feed feed;
    private final Audit audit;
    private final Clock clock;

    Substitution(
            RegistrationQueries queries,
            RegistrationStore store,
            RosterQueries rosters,
            Feed feed,
            Audit audit,
            Clock clock) {
        this.queries = queries;
        this.store = store;
        this.rosters = rosters;
        this.feed = feed;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param basis what entitles the attendee to stand in
     * @param key the same key with the same body gets the new ticket again
     */
    record Wish(
            Attendee attendee, @Nullable String basis, Application.@Nullable IdempotencyKey key) {}

    /** Call it in the transaction that has locked the seats. */
    Mono<Verdict> decide(EventSeats seats, Registration old, Wish wish) {
        Registration next = successor(old, wish);
        Application.IdempotencyKey key = wish.key();
        return rosters.read(seats.event().id(), List.of(applicationOf(next, key)))
                .map(RosterQueries.Reading::roster)
                .flatMap(
                        roster -> {
                            Roster.Answered before =
                                    key == null ? null : roster.answers().get(key.key());
                            if (key != null && before != null) {
                                return Mono.just(before.to(key));
                            }
                            Refusal refusal = refuse(seats.event(), old);
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
                .filter(written -> written)
                .switchIfEmpty(Mono.error(Substitution::notWritten))
                .delayUntil(_ -> audit.append(substituted(old, next)))
                .flatMap(_ -> queries.byCode(next.code().bare()))
                .map(stored -> new Verdict.Admitted(stored, true));
    }

    private static Deed substituted(Registration old, Registration next) {
        return Deed.of("registration.substituted", "registration", old.id())
                .at(old.eventId())
                .changing(person(old), person(next));
    }

    private static Map<String, @Nullable Object> person(Registration registration) {
        Nip nip = registration.attendee().nip();
        Map<String, @Nullable Object> person = new LinkedHashMap<>();
        person.put("registration", registration.id());
        person.put("name", Masked.name(registration.attendee().name().printed()));
        person.put("nip", Masked.number(nip == null ? null : nip.digits()));
        person.put("position", Masked.name(registration.attendee().position()));
        return person;
    }

    /** Undoes the transaction, so that the old ticket keeps its seat. */
    private static IllegalStateException notWritten() {
        return new IllegalStateException("somebody else has decided about locked seats");
    }

    private @Nullable Refusal refuse(Event event, Registration old) {
        return event.status() == Event.Status.CANCELLED
                ? Refusal.EVENT_CANCELLED
                : old.refusalOfChange(event.hasEnded(clock.instant()));
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

    static Roster.Present presentOf(Registration registration) {
        Attendee attendee = registration.attendee();
        return new Roster.Present(
                registration.unitKey(),
                attendee.name().bare(),
                attendee.nip() == null ? null : attendee.nip().digits());
    }

    /** Whoever stands in for a stand-in represents the same official. */
    private Registration successor(Registration old, Wish wish) {
        Representing before = old.representing();
        Representing representing =
                before == null
                        ? new Representing(
                                old.attendee().position(),
                                old.attendee().name().printed(),
                                wish.basis())
                        : new Representing(before.position(), before.name(), wish.basis());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Registration(
                old.eventId(),
                UuidCreator.getTimeOrderedEpoch(),
                old.status(),
                old.unit(),
                old.unitKey(),
                wish.attendee(),
                representing,
                old.source(),
                TicketCode.random(),
                old.waitlistNo(),
                now,
                null,
                null,
                1);
    }

    static Application applicationOf(Registration next, Application.@Nullable IdempotencyKey key) {
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
}
