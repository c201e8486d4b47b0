package id.hadir.gateway.signin;

import id.hadir.kit.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Slows down guessing. By user name, strictly, but never for longer than five minutes: nobody can
 * lock a colleague out for the day. By address, far more generously: a whole office of people who
 * mistype may sit behind one.
 */
@Component
class Throttle {

    static final Allowance BY_USERNAME =
            new Allowance(8, Duration.ofMinutes(5), Duration.ofMinutes(30));
    static final Allowance BY_ADDRESS =
            new Allowance(200, Duration.ofMinutes(1), Duration.ofMinutes(10));

    private final AttemptStore store;
    private final Clock clock;

    Throttle(AttemptStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Completes when the attempt may be made; it counts as failed until {@link #succeeded}. */
    Mono<Void> attempt(String username, String address) {
        return count(byAddress(address), BY_ADDRESS)
                .then(Mono.defer(() -> count(byUsername(username), BY_USERNAME)));
    }

    Mono<Void> succeeded(String username, String address) {
        return store.forget(byUsername(username))
                .then(store.takeBack(byAddress(address), clock.instant()));
    }

    /** As {@link #attempt}, for the code that follows the password. */
    Mono<Void> attemptCode(UUID accountId, String address) {
        return count(byAddress(address), BY_ADDRESS)
                .then(Mono.defer(() -> count(byCode(accountId), BY_USERNAME)));
    }

    Mono<Void> succeededCode(UUID accountId, String address) {
        return store.forget(byCode(accountId))
                .then(store.takeBack(byAddress(address), clock.instant()));
    }

    Mono<Void> forgetOld() {
        return store.removeOlderThan(clock.instant().minus(BY_USERNAME.forgottenAfter()));
    }

    private Mono<Void> count(String key, Allowance allowance) {
        Instant now = clock.instant();
        return store.count(key, allowance, now)
                .filter(counted -> !counted)
                .flatMap(_ -> store.wait(key, now).defaultIfEmpty(Duration.ofSeconds(1)))
                .flatMap(wait -> Mono.error(rateLimited(wait)));
    }

    private static Problem rateLimited(Duration wait) {
        return Problem.of(HttpStatus.TOO_MANY_REQUESTS, "rate-limited").retryAfter(wait);
    }

    private static String byUsername(String username) {
        return "username:" + username.toLowerCase(Locale.ROOT);
    }

    private static String byCode(UUID accountId) {
        return "code:" + accountId;
    }

    private static String byAddress(String address) {
        return "address:" + address;
    }
}
