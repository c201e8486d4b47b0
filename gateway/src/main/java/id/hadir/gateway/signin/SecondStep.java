package id.hadir.gateway.signin;

import id.hadir.gateway.account.Account;
import id.hadir.gateway.secondfactor.SecondFactor;
import id.hadir.kit.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What follows a right password: nothing, a code of the authenticator app, or setting one up. */
@Service
public class SecondStep {

    static final Duration TIME = Duration.ofMinutes(10);
    static final int TRIES = 5;

    /**
     * @param enrolled whether a code is asked for; else an app has to be set up first
     */
    record Begun(Credential credential, boolean enrolled) {}

    private final SecondFactor factor;
    private final PendingSignInStore store;
    private final Throttle throttle;
    private final SignInSettings settings;
    private final Clock clock;

    SecondStep(
            SecondFactor factor,
            PendingSignInStore store,
            Throttle throttle,
            SignInSettings settings,
            Clock clock) {
        this.factor = factor;
        this.store = store;
        this.throttle = throttle;
        this.settings = settings;
        this.clock = clock;
    }

    /** Empty when the password is enough. */
    Mono<Begun> begin(Account account) {
        Credential credential = Credential.random();
        return factor.isEnrolled(account.id())
                .filter(enrolled -> enrolled || settings.requiresSecondFactor(account.role()))
                .delayUntil(_ -> store.add(credential, account, clock.instant().plus(TIME)))
                .map(enrolled -> new Begun(credential, enrolled));
    }

    /** Who waits for this step; fails with {@code sign-in-over}. */
    Mono<Account> pending(@Nullable String secret) {
        return Mono.justOrEmpty(secret)
                .map(Credential::new)
                .flatMap(store::find)
                .switchIfEmpty(Mono.error(SecondStep::over));
    }

    /**
     * Who that is after all: from now on the pending sign-in is over. Fails with {@code
     * sign-in-over}, {@code rate-limited} or {@code invalid}.
     */
    Mono<Account> finish(@Nullable String secret, @Nullable String code, Origin origin) {
        return pending(secret)
                .delayUntil(account -> tryCode(account, new Credential("" + secret), code, origin))
                .delayUntil(_ -> end(secret));
    }

    private Mono<Void> tryCode(
            Account account, Credential credential, @Nullable String code, Origin origin) {
        if (code == null || code.isBlank()) {
            return Mono.error(Problem.invalid("code", "required"));
        }
        return store.takeTry(credential, TRIES)
                .filter(taken -> taken)
                .switchIfEmpty(Mono.error(SecondStep::over))
                .then(Mono.defer(() -> confirm(account, code, origin)));
    }

    Mono<Void> end(@Nullable String secret) {
        return Mono.justOrEmpty(secret).map(Credential::new).flatMap(store::remove);
    }

    Mono<Void> forgetOld() {
        return store.removeExpired();
    }

    /**
     * For programs, which send the code with the password: whether one was needed and right. Fails
     * with {@code second-factor-required}, {@code rate-limited} or {@code bad-credentials}.
     */
    Mono<Boolean> check(Account account, @Nullable String code, Origin origin) {
        return factor.isEnrolled(account.id())
                .flatMap(
                        enrolled -> {
                            if (!enrolled) {
                                return settings.requiresSecondFactor(account.role())
                                        ? Mono.error(required())
                                        : Mono.just(false);
                            }
                            return code == null || code.isBlank()
                                    ? Mono.error(required())
                                    : confirm(account, code, origin)
                                            .onErrorMap(
                                                    SecondStep::isWrongCode,
                                                    _ -> Identification.badCredentials())
                                            .thenReturn(true);
                        });
    }

    /** Fails with {@code rate-limited}, or with {@code wrong-code} of the field {@code code}. */
    public Mono<Void> confirm(Account account, @Nullable String code, Origin origin) {
        return throttle.attemptCode(account, origin)
                .flatMap(
                        counted ->
                                factor.accepts(account.id(), code == null ? "" : code)
                                        .filter(accepted -> accepted)
                                        .delayUntil(_ -> throttle.succeeded(counted)))
                .switchIfEmpty(Mono.error(SecondFactor::wrongCode))
                .then();
    }

    /**
     * The recovery codes; a first code is tried as any other. Fails with {@code rate-limited} or
     * {@code invalid}.
     */
    public Mono<List<String>> enrol(Account account, @Nullable String code, Origin origin) {
        return throttle.attemptCode(account, origin)
                .flatMap(
                        counted ->
                                factor.confirm(account.id(), code)
                                        .delayUntil(_ -> throttle.succeeded(counted)));
    }

    /** Whether who holds such a role cannot be without a second factor. */
    public boolean isRequiredOf(Account account) {
        return settings.requiresSecondFactor(account.role());
    }

    private static boolean isWrongCode(Throwable failure) {
        return failure instanceof Problem problem && !problem.errors().isEmpty();
    }

    private static Problem required() {
        return Problem.of(HttpStatus.UNAUTHORIZED, "second-factor-required");
    }

    private static Problem over() {
        return Problem.of(HttpStatus.UNAUTHORIZED, "sign-in-over");
    }
}
