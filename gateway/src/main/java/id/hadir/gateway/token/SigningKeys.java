package id.hadir.gateway.token;

import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The keys that all replicas of the gateway share: the newest signs, a day long, and is published
 * until everything that it signed is dead.
 */
@Service
class SigningKeys {

    static final Duration SIGNS_FOR = Duration.ofDays(1);

    /** Longer than a replica may go on with a key that it remembers, and a JWT lives after that. */
    static final Duration PUBLISHED_FOR = SIGNS_FOR.plusHours(1);

    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(1);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);

    private final SigningKeyStore store;
    private final Audit audit;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final AtomicReference<@Nullable SigningKey> last = new AtomicReference<>();
    private final Mono<SigningKey> current;

    SigningKeys(
            SigningKeyStore store, Audit audit, TransactionalOperator transaction, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.current =
                Mono.defer(this::fresh)
                        .cache(_ -> REMEMBERED_FOR, _ -> RETRY_AFTER, () -> Duration.ZERO);
    }

    /** The key to sign with; remembered for a minute, and longer while the database is away. */
    Mono<SigningKey> current() {
        return current;
    }

    /** As the database has it now; while it is away, the last that was read. */
    Mono<SigningKey> fresh() {
        return newest().doOnNext(last::set).onErrorResume(this::lastKnown);
    }

    Flux<SigningKey> published() {
        return newest().thenMany(store.newestFirst());
    }

    private Mono<SigningKey> newest() {
        return store.newestFirst()
                .next()
                .filter(this::mayStillSign)
                .switchIfEmpty(Mono.defer(this::rotate));
    }

    private Mono<SigningKey> rotate() {
        SigningKey fresh = SigningKey.generate(clock.instant());
        return store.lock()
                .thenMany(store.newestFirst())
                .next()
                .filter(this::mayStillSign)
                .switchIfEmpty(
                        store.removeOlderThan(clock.instant().minus(PUBLISHED_FOR))
                                .then(store.add(fresh))
                                .then(audit.appendOwn(made(fresh)))
                                .thenReturn(fresh))
                .as(transaction::transactional);
    }

    private static Deed made(SigningKey key) {
        return Deed.of("signing-key.made", "signing-key", key.kid());
    }

    private boolean mayStillSign(SigningKey key) {
        Instant until = key.createdAt().plus(SIGNS_FOR);
        return clock.instant().isBefore(until);
    }

    private Mono<SigningKey> lastKnown(Throwable failure) {
        SigningKey known = last.get();
        if (known == null) {
            return Mono.error(failure);
        }
        log.warn("signing with the last known key: {}", failure.toString());
        return Mono.just(known);
    }
}
