package id.hadir.attendance.checkin;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.registration.Registration;
import id.hadir.attendance.registration.RegistrationsChanged;
import id.hadir.attendance.ticket.TicketCode;
import id.hadir.attendance.ticket.TicketQr;
import id.hadir.attendance.ticket.Tickets;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.feed.Feed;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Checks people in: the first scan of a ticket counts, and the same scan sent again is answered as
 * it was.
 */
@Service
public class CheckIn {

    private static final Retry AGAIN =
            Retry.max(5)
                    .filter(ConcurrencyFailureException.class::isInstance)
                    .onRetryExhaustedThrow((_, last) -> last.failure());

    private final CheckInStore store;
    private final Desk desk;
    private final Tickets tickets;
    private final Feed feed;
    private final Audit audit;
    private final Clock clock;
    private final TransactionalOperator transaction;

    CheckIn(
            CheckInStore store,
            Desk desk,
            Tickets tickets,
            Feed feed,
            Audit audit,
            Clock clock,
            TransactionalOperator transaction) {
        this.store = store;
        this.desk = desk;
        this.tickets = tickets;
        this.feed = feed;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Mono<CheckInAnswer> scan(Actor actor, UUID eventId, ScanRequest request) {
        return Mono.defer(
                () -> {
                    FieldErrors errors = new FieldErrors();
                    ScanRequest.Read read = request.read("", now(), errors);
                    errors.throwIfAny();
                    return scan(actor, eventId, List.of(read)).map(List::getFirst);
                });
    }

    /** In the order in which an offline desk made them. */
    public Mono<List<CheckInAnswer>> scan(Actor actor, UUID eventId, BatchRequest request) {
        return Mono.defer(
                () -> {
                    FieldErrors errors = new FieldErrors();
                    List<ScanRequest.Read> reads = request.read(now(), errors);
                    errors.throwIfAny();
                    return scan(actor, eventId, reads);
                });
    }

    /** Somebody whose ticket is lost, found on the list; the same nonce is answered the same. */
    Mono<CheckInAnswer> person(Actor actor, UUID eventId, UUID registrationId, String nonce) {
        Scan scan = new Scan(nonce, new Scan.Shown.Person(registrationId), now(), null);
        return desk.event(actor, eventId)
                .flatMap(_ -> decide(eventId, List.of(scan), actor.username()))
                .map(List::getFirst);
    }

    private Mono<List<CheckInAnswer>> scan(
            Actor actor, UUID eventId, List<ScanRequest.Read> reads) {
        return desk.event(actor, eventId)
                .flatMap(event -> read(event, reads))
                .flatMap(scans -> decide(eventId, scans, actor.username()));
    }

    private Mono<List<Scan>> read(Event event, List<ScanRequest.Read> reads) {
        return Flux.fromIterable(reads)
                .concatMap(
                        read ->
                                shown(event, read.ticket())
                                        .map(
                                                shown ->
                                                        new Scan(
                                                                read.nonce(),
                                                                shown,
                                                                read.at(),
                                                                read.device())))
                .collectList();
    }

    private Mono<Scan.Shown> shown(Event event, String ticket) {
        if (TicketQr.looksLikeOne(ticket)) {
            return tickets.verify(ticket)
                    .map(qr -> shown(event, qr))
                    .defaultIfEmpty(new Scan.Shown.Nothing());
        }
        TicketCode code = TicketCode.parse(ticket);
        return Mono.just(code == null ? new Scan.Shown.Nothing() : new Scan.Shown.Code(code));
    }

    private static Scan.Shown shown(Event event, TicketQr qr) {
        return qr.eventId().equals(event.id())
                ? new Scan.Shown.Code(qr.code())
                : new Scan.Shown.OfAnotherEvent();
    }

    private Mono<List<CheckInAnswer>> decide(UUID eventId, List<Scan> scans, String scannedBy) {
        return store.lock(eventId, scans)
                .flatMap(own -> door(eventId, own, scans))
                .flatMap(
                        door -> {
                            List<CheckInAnswer> answers = scans.stream().map(door::decide).toList();
                            return write(eventId, door, scannedBy).thenReturn(answers);
                        })
                .as(transaction::transactional)
                .retryWhen(AGAIN);
    }

    private Mono<Door> door(UUID eventId, List<Registration> own, List<Scan> scans) {
        return Mono.zip(
                store.ofOtherEvents(eventId, scans),
                store.answered(eventId, scans),
                (others, answered) ->
                        new Door(
                                eventId,
                                Stream.concat(others.stream(), own.stream()).toList(),
                                answered.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        CheckInStore.Answered::nonce,
                                                        CheckInStore.Answered::answer))));
    }

    private Mono<Void> write(UUID eventId, Door door, String scannedBy) {
        List<Door.Decided> decided = door.decided();
        if (decided.isEmpty()) {
            return Mono.empty();
        }
        List<Registration> attended =
                decided.stream()
                        .filter(one -> one.answer().outcome() == Outcome.ACCEPTED)
                        .flatMap(one -> Stream.ofNullable(one.answer().registration()))
                        .toList();
        return store.write(eventId, decided, now(), scannedBy)
                .flatMap(written -> unlessWrittenElsewhere(written, decided.size()))
                .then(Mono.defer(() -> store.checkIn(eventId, attended)))
                .then(withoutTicket(eventId, decided))
                .then(RegistrationsChanged.of(eventId, attended).tellIn(feed));
    }

    /** A scan's own row says who scanned it; who came without a ticket, somebody vouched for. */
    private Mono<Void> withoutTicket(UUID eventId, List<Door.Decided> decided) {
        return Flux.fromIterable(decided)
                .filter(one -> one.answer().outcome() == Outcome.ACCEPTED)
                .map(one -> one.scan().shown())
                .ofType(Scan.Shown.Person.class)
                .map(
                        person ->
                                Deed.of(
                                                "registration.checked-in",
                                                "registration",
                                                person.registrationId())
                                        .at(eventId))
                .concatMap(audit::append)
                .then();
    }

    /**
     * The same nonce at the same time on two connections: roll back, and find the answer that the
     * other one gave.
     */
    private static Mono<Void> unlessWrittenElsewhere(long written, int decided) {
        return written == decided
                ? Mono.empty()
                : Mono.error(
                        new ConcurrencyFailureException("the same nonce was answered meanwhile"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
