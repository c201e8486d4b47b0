package id.hadir.gateway.account;

import id.hadir.kit.problem.Problem;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Hashes passwords. Slow on purpose, so it has threads of its own, as many as there are cores, and
 * a short queue: whoever does not fit in is told to come back instead of slowing everybody down.
 */
@Component
class Passwords implements DisposableBean {

    private static final int QUEUE = 200;
    private static final Duration BACK_OFF = Duration.ofSeconds(3);

    private final PasswordEncoder encoder =
            PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final Scheduler hashing =
            Schedulers.newBoundedElastic(
                    Runtime.getRuntime().availableProcessors(), QUEUE, "passwords");

    /** What an unknown user name is checked against, so that its answer takes as long. */
    private final Mono<String> nobodysHash = hash("nobody's password").cache();

    private final @Nullable BreachFile breached;

    Passwords(PasswordSettings settings) {
        this.breached = settings.breached() == null ? null : new BreachFile(settings.breached());
    }

    Mono<String> hash(String password) {
        return Mono.fromCallable(() -> encoder.encode(password))
                .subscribeOn(hashing)
                .onErrorMap(RejectedExecutionException.class, _ -> Problem.overloaded(BACK_OFF));
    }

    /**
     * Of a password that is chosen now; fails with {@code invalid} when it is known from a breach.
     */
    Mono<String> hashNew(String field, String password) {
        return Mono.fromCallable(() -> breached != null && breached.contains(password))
                .subscribeOn(hashing)
                .onErrorMap(RejectedExecutionException.class, _ -> Problem.overloaded(BACK_OFF))
                .filter(isBreached -> !isBreached)
                .switchIfEmpty(Mono.error(() -> Problem.invalid(field, "password-common")))
                .then(Mono.defer(() -> hash(password)));
    }

    Mono<Boolean> matches(String password, String hash) {
        return Mono.fromCallable(() -> encoder.matches(password, hash))
                .subscribeOn(hashing)
                .onErrorMap(RejectedExecutionException.class, _ -> Problem.overloaded(BACK_OFF));
    }

    Mono<Boolean> matchNobody(String password) {
        return nobodysHash.flatMap(hash -> matches(password, hash)).thenReturn(false);
    }

    @Override
    public void destroy() {
        hashing.dispose();
    }
}
