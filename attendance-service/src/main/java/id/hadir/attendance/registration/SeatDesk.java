package id.hadir.attendance.registration;

import id.hadir.kit.feed.Feed;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Gives out the seats of one event to a whole batch of applications in one transaction: lock the
 * event's row of seats, read what bears on the batch, decide, write. Replicas are kept apart by
 * that row alone.
 */
@Component
class SeatDesk {

    static final Retry AGAIN =
            Retry.backoff(4, Duration.ofMillis(20))
                    .maxBackoff(Duration.ofMillis(250))
                    .filter(ConcurrencyFailureException.class::isInstance)
                    .onRetryExhaustedThrow((_, last) -> last.failure());

    private final RegistrationStore store;
    private final RosterQueries rosters;
    private final Feed feed;
    private final TransactionalOperator transaction;

    SeatDesk(
            RegistrationStore store,
            RosterQueries rosters,
            Feed feed,
            TransactionalOperator transaction) {
        this.store = store;
        this.rosters = rosters;
        this.feed = feed;
        this.transaction = transaction;
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
        return store.lock(eventId)
                .flatMap(seats -> decide(seats, batch))
                .switchIfEmpty(Mono.fromSupplier(() -> nobodyKnows(batch)))
                .as(transaction::transactional)
                .retryWhen(AGAIN);
    }

    private Mono<List<Verdict>> decide(EventSeats seats, List<Application> batch) {
        return rosters.read(seats.event(), batch)
                .flatMap(
                        roster -> {
                            Admission admission = new Admission(seats, roster);
                            List<Verdict> verdicts = batch.stream().map(admission::decide).toList();
                            return write(admission, batch).thenReturn(verdicts);
                        });
    }

    private Mono<Void> write(Admission admission, List<Application> batch) {
        List<Receipt> receipts = admission.receipts();
        if (receipts.isEmpty()) {
            return Mono.empty();
        }
        Map<UUID, Application.IdempotencyKey> keys = new HashMap<>();
        batch.stream()
                .filter(application -> application.key() != null)
                .forEach(application -> keys.put(application.registrationId(), application.key()));
        List<Registration> added = receipts.stream().map(Receipt::registration).toList();
        return store.add(
                        receipts,
                        added.stream().map(one -> keys.get(one.id())).toList(),
                        admission.seats())
                .then(RegistrationsChanged.of(admission.seats().event().id(), added).tellIn(feed));
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
            case TransactionException _ -> false;
            case NonTransientDataAccessResourceException _ -> false;
            case TransientDataAccessException _ -> false;
            default -> true;
        };
    }
}
