package id.hadir.attendance.registration;

import id.hadir.kit.feed.Feed;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives out the seats of one event to a whole batch of applications: reads what bears on the batch,
 * decides, and writes all of it, in two statements. It takes no lock; the second statement writes
 * nothing when somebody else, on whatever replica, has decided about these seats in between. Then
 * it takes the event's lock and does the same once more, so that nobody loses twice.
 */
@Component
class SeatDesk {

    static final Retry AGAIN =
            Retry.backoff(4, Duration.ofMillis(20))
                    .maxBackoff(Duration.ofMillis(250))
                    .filter(Contention::isCauseOf)
                    .onRetryExhaustedThrow((_, last) -> last.failure());

    private final DeskStores stores;
    private final Feed feed;

    @Autowired
    SeatDesk(DeskConnections connections, JsonMapper json, Feed feed) {
        this(DeskStores.on(connections, json), feed);
    }

    SeatDesk(DeskStores stores, Feed feed) {
        this.stores = stores;
        this.feed = feed;
    }

    /**
     * One answer for each application, in order. When the database refuses what one of them holds,
     * each goes by itself, so that only that one fails.
     */
    Mono<List<Mono<Verdict>>> serve(UUID eventId, List<Application> batch) {
        return decide(eventId, batch)
                .map(verdicts -> verdicts.stream().map(Mono::just).toList())
                .onErrorResume(
                        failure -> batch.size() > 1 && isAboutTheData(failure),
                        _ -> Flux.fromIterable(batch).concatMap(this::alone).collectList());
    }

    private Mono<Mono<Verdict>> alone(Application application) {
        return decide(application.eventId(), List.of(application))
                .map(verdicts -> Mono.just(verdicts.getFirst()))
                .onErrorResume(failure -> Mono.just(Mono.error(failure)));
    }

    private Mono<List<Verdict>> decide(UUID eventId, List<Application> batch) {
        return unlocked(eventId, batch)
                .switchIfEmpty(Mono.defer(() -> locked(eventId, batch)))
                .retryWhen(AGAIN);
    }

    private Mono<List<Verdict>> locked(UUID eventId, List<Application> batch) {
        return stores.registrations()
                .lock(eventId)
                .then(Mono.defer(() -> unlocked(eventId, batch)))
                .as(stores.transaction()::transactional);
    }

    /** Empty when somebody else has decided about the seats between the reading and the writing. */
    private Mono<List<Verdict>> unlocked(UUID eventId, List<Application> batch) {
        return read(eventId, batch)
                .singleOptional()
                .flatMap(
                        reading ->
                                reading.isPresent()
                                        ? decide(reading.get(), batch)
                                        : Mono.just(nobodyKnows(batch)));
    }

    private Mono<List<Verdict>> decide(RosterQueries.Reading reading, List<Application> batch) {
        return reading.namesMerged()
                ? followed(reading.seats().event().id(), batch)
                : decide(admission(reading), batch);
    }

    /** As rare as merges are: one more question, and the reading once more with its answer. */
    private Mono<List<Verdict>> followed(UUID eventId, List<Application> batch) {
        return stores.merged()
                .follow(eventId, batch)
                .flatMap(
                        moved ->
                                read(eventId, moved)
                                        .map(SeatDesk::admission)
                                        .flatMap(admission -> decide(admission, moved)));
    }

    private static Admission admission(RosterQueries.Reading reading) {
        return new Admission(reading.seats(), reading.roster());
    }

    /**
     * Once more on another connection when this one was lost: the pool may hand out one that the
     * last batch has seen die, and nothing was to be written yet.
     */
    private Mono<RosterQueries.Reading> read(UUID eventId, List<Application> batch) {
        return stores.rosters()
                .read(eventId, batch)
                .retryWhen(
                        Retry.max(1)
                                .filter(NonTransientDataAccessResourceException.class::isInstance)
                                .onRetryExhaustedThrow((_, last) -> last.failure()));
    }

    private Mono<List<Verdict>> decide(Admission admission, List<Application> batch) {
        List<Verdict> verdicts = batch.stream().map(admission::decide).toList();
        return admission.receipts().isEmpty()
                ? Mono.just(verdicts)
                : write(admission, batch).filter(written -> written).map(_ -> verdicts);
    }

    private Mono<Boolean> write(Admission admission, List<Application> batch) {
        Map<UUID, Application.IdempotencyKey> keys = new HashMap<>();
        batch.stream()
                .filter(application -> application.key() != null)
                .forEach(application -> keys.put(application.registrationId(), application.key()));
        List<Receipt> receipts = admission.receipts();
        List<Registration> added = receipts.stream().map(Receipt::registration).toList();
        EventSeats seats = admission.seats();
        return stores.registrations()
                .add(
                        receipts,
                        added.stream().map(one -> keys.get(one.id())).toList(),
                        seats,
                        RegistrationsChanged.of(seats.event().id(), added).entryOf(feed));
    }

    private static List<Verdict> nobodyKnows(List<Application> batch) {
        return Collections.nCopies(batch.size(), new Verdict.Refused(Refusal.NOT_FOUND));
    }

    /**
     * Neither a lost connection nor a lock nor a failed commit: those concern the whole batch,
     * which may have been written.
     */
    private static boolean isAboutTheData(Throwable failure) {
        return switch (failure) {
            case Throwable _ when Contention.isCauseOf(failure) -> false;
            case TransactionException _ -> false;
            case NonTransientDataAccessResourceException _ -> false;
            case TransientDataAccessException _ -> false;
            default -> true;
        };
    }
}
