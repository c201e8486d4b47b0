package id.hadir.kit.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import reactor.core.publisher.Mono;

/**
 * Seals what has been written since the last seal, every few seconds. Replicas may do it side by
 * side: a seal's number is given once. What it sealed last it remembers, and says in the log once a
 * day, so that a chain whose end was cut off shows too.
 */
class AuditSeal {

    private static final Logger log = LoggerFactory.getLogger(AuditSeal.class);

    /** In one seal. */
    static final int ENTRIES_AT_MOST = 1000;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SealQueries queries;
    private final AuditStore store;
    private final Clock clock;
    private final AtomicReference<Seal> known = new AtomicReference<>(Seal.NONE);
    private final AtomicReference<@Nullable LocalDate> told = new AtomicReference<>();
    private final AtomicBoolean isFailing = new AtomicBoolean();

    AuditSeal(SealQueries queries, AuditStore store, Clock clock) {
        this.queries = queries;
        this.store = store;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${hadir.audit.seal-every}",
            fixedDelayString = "${hadir.audit.seal-every}")
    Mono<Void> run() {
        return seal().timeout(PATIENCE)
                .doOnSuccess(_ -> isFailing.set(false))
                .doOnError(this::tellOfFailure)
                .onErrorComplete();
    }

    /** All that can be sealed now. */
    Mono<Void> seal() {
        return queries.head()
                .doOnNext(this::compare)
                .flatMap(
                        head ->
                                queries.settled(head, ENTRIES_AT_MOST)
                                        .filter(entries -> !entries.isEmpty())
                                        .map(
                                                entries ->
                                                        AuditChain.seal(
                                                                head, entries, clock.instant())))
                .flatMap(seal -> store.add(seal).then(again(seal)));
    }

    private Mono<Void> again(Seal last) {
        return last.entries() == ENTRIES_AT_MOST ? Mono.defer(this::seal) : Mono.empty();
    }

    private void compare(Seal head) {
        Seal before = known.getAndSet(head);
        boolean isCut =
                head.no() < before.no()
                        || (head.no() == before.no() && !Arrays.equals(head.hash(), before.hash()));
        if (isCut) {
            log.error(
                    "the audit was cut: it ended with seal {} {}, and ends with seal {} {}",
                    before.no(),
                    before.fingerprint(),
                    head.no(),
                    head.fingerprint());
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!today.equals(told.getAndSet(today))) {
            log.info("the audit ends with seal {} {}", head.no(), head.fingerprint());
        }
    }

    /** Once for each time that it fails, however often it is tried meanwhile. */
    private void tellOfFailure(Throwable failure) {
        if (isFailing.compareAndSet(false, true)) {
            log.warn("the audit is not sealed for now: {}", failure.toString());
        }
    }
}
