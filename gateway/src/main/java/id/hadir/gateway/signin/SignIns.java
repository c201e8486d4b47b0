package id.hadir.gateway.signin;

import id.hadir.gateway.account.Account;
import id.hadir.gateway.account.Accounts;
import id.hadir.gateway.signin.SignIn.Kind;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Turns a user name and a password into a credential, and a credential back into who it is. */
@Service
class SignIns {

    /** What the person typed; either may be missing. */
    record Attempt(@Nullable String username, @Nullable String password) {}

    record Issued(Credential credential, SignIn signIn) {}

    private static final int MAX_LENGTH = 200;

    private final Accounts accounts;
    private final Throttle throttle;
    private final SignInStore store;
    private final SignInSettings settings;
    private final Clock clock;

    SignIns(
            Accounts accounts,
            Throttle throttle,
            SignInStore store,
            SignInSettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** Fails with {@code invalid}, {@code rate-limited} or {@code bad-credentials}. */
    Mono<Issued> signIn(Kind kind, Attempt attempt, String address) {
        FieldErrors errors = new FieldErrors();
        String username = errors.requiredText("username", attempt.username(), MAX_LENGTH);
        String password = attempt.password() == null ? "" : attempt.password();
        if (password.isEmpty()) {
            errors.add("password", "required");
        } else if (password.length() > MAX_LENGTH) {
            errors.add("password", "too-long", MAX_LENGTH);
        }
        errors.throwIfAny();
        return throttle.attempt(username, address)
                .then(Mono.defer(() -> accounts.authenticate(username, password)))
                .switchIfEmpty(Mono.error(SignIns::badCredentials))
                .delayUntil(_ -> throttle.succeeded(username, address))
                .flatMap(account -> issue(kind, account));
    }

    Mono<SignIn> find(Kind kind, String secret) {
        return store.find(kind, new Credential(secret));
    }

    /** The credential is dead from now on. */
    Mono<Void> end(String secret) {
        return store.remove(new Credential(secret));
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    Mono<Void> forgetOld() {
        return store.removeExpired().then(throttle.forgetOld());
    }

    private Mono<Issued> issue(Kind kind, Account account) {
        Credential credential = Credential.random();
        SignIn signIn =
                new SignIn(
                        kind,
                        account,
                        kind == Kind.SESSION ? Credential.random().secret() : null,
                        clock.instant().plus(settings.lifetime(kind)));
        return store.add(credential, signIn).thenReturn(new Issued(credential, signIn));
    }

    private static Problem badCredentials() {
        return Problem.of(HttpStatus.UNAUTHORIZED, "bad-credentials");
    }
}
