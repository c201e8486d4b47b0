package id.hadir.attendance.registration;

import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.feed.Feed;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Lets in at the door who is on the waitlist: the door is open to whoever stands there. */
@Service
public class WaitingGuests {

    private final RegistrationStore store;
    private final WaitlistStore waiting;
    private final Feed feed;
    private final Audit audit;
    private final TransactionalOperator transaction;

    WaitingGuests(
            RegistrationStore store,
            WaitlistStore waiting,
            Feed feed,
            Audit audit,
            TransactionalOperator transaction) {
        this.store = store;
        this.waiting = waiting;
        this.feed = feed;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Gives the seat that the applicant waits for, and writes down that they came, and with which
     * key: a desk that lost the answer asks again, and nobody waits any more. Empty when no such
     * person waits.
     */
    public Mono<Verdict> letIn(Application atTheDoor) {
        return store.lock(atTheDoor.eventId())
                .flatMap(
                        seats ->
                                waiting.find(atTheDoor)
                                        .flatMap(found -> letIn(seats, found, atTheDoor)))
                .as(transaction::transactional)
                .retryWhen(SeatDesk.AGAIN);
    }

    private Mono<Verdict> letIn(EventSeats seats, Registration found, Application atTheDoor) {
        Registration guest =
                found.letIn(Objects.requireNonNull(atTheDoor.attendedAt()), atTheDoor.device());
        return waiting.letIn(guest, atTheDoor.key())
                .then(RegistrationsChanged.of(guest.eventId(), List.of(guest)).tellIn(feed))
                .then(
                        audit.append(
                                Deed.of("registration.let-in", "registration", guest.id())
                                        .at(guest.eventId())))
                .then(store.keep(seats.promoteOne()))
                .thenReturn(
                        new Verdict.Admitted(
                                new Receipt(seats.event(), guest, guest.status(), null), true));
    }
}
