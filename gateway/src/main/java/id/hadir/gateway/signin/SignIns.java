package id.hadir.gateway.signin;

import com.github.f4b6a3.uuid.UuidCreator;
import id.hadir.gateway.account.Account;
import id.hadir.gateway.account.Accounts;
import id.hadir.gateway.signin.SignIn.Kind;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Turns a user name and a password into a credential, and a credential back into who it is. */
@Service
public class SignIns {

    /** What the person typed; either may be missing. */
    record Attempt(@Nullable String username, @Nullable String password) {}

    record Issued(Credential credential, SignIn signIn) {}

    private static final Duration USED_EVERY = Duration.ofMinutes(1);

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
    Mono<Issued> signIn(Kind kind, Attempt attempt, Origin origin) {
        FieldErrors errors = new FieldErrors();
        String username = errors.requiredText("username", attempt.username(), MAX_LENGTH);
        String password = password("password", attempt.password(), errors);
        errors.throwIfAny();
        String address = origin.address();
        return throttle.attempt(username, address)
                .then(Mono.defer(() -> accounts.authenticate(username, password)))
                .switchIfEmpty(Mono.error(SignIns::badCredentials))
                .delayUntil(_ -> throttle.succeeded(username, address))
                .flatMap(account -> issue(kind, account, origin, expiry(kind)));
    }

    /**
     * Whoever is signed in shows to know the password too: a browser may have been left open. Fails
     * with {@code rate-limited}, or with {@code wrong-password} of that field.
     */
    public Mono<Void> confirm(
            String field, Account account, @Nullable String password, String address) {
        FieldErrors errors = new FieldErrors();
        String given = password(field, password, errors);
        errors.throwIfAny();
        return throttle.attempt(account.username(), address)
                .then(Mono.defer(() -> accounts.authenticate(account.username(), given)))
                .switchIfEmpty(Mono.error(() -> Problem.invalid(field, "wrong-password")))
                .then(Mono.defer(() -> throttle.succeeded(account.username(), address)));
    }

    static String password(String field, @Nullable String password, FieldErrors errors) {
        if (password == null || password.isEmpty()) {
            errors.add(field, "required");
            return "";
        }
        if (password.length() > MAX_LENGTH) {
            errors.add(field, "too-long", MAX_LENGTH);
        }
        return password;
    }

    Mono<SignIn> find(Kind kind, String secret) {
        return store.find(kind, new Credential(secret)).delayUntil(this::markUsed);
    }

    private Mono<Void> markUsed(SignIn found) {
        Instant now = clock.instant();
        Instant minuteAgo = now.minus(USED_EVERY);
        Instant last = found.lastUsedAt();
        return last != null && last.isAfter(minuteAgo)
                ? Mono.empty()
                : store.markUsed(found.id(), now, minuteAgo);
    }

    /** The credential is dead from now on. */
    Mono<Void> end(String secret) {
        return store.remove(new Credential(secret));
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    Mono<Void> forgetOld() {
        return store.removeExpired().then(throttle.forgetOld());
    }

    private Instant expiry(Kind kind) {
        return clock.instant().plus(settings.lifetime(kind));
    }

    Mono<Issued> issue(Kind kind, Account account, Origin origin, Instant expiresAt) {
        Credential credential = Credential.random();
        SignIn signIn =
                new SignIn(
                        UuidCreator.getTimeOrderedEpoch(),
                        kind,
                        account,
                        kind == Kind.SESSION ? Credential.random().secret() : null,
                        expiresAt,
                        null);
        return store.add(credential, signIn, origin)
                .filter(added -> added)
                .map(_ -> new Issued(credential, signIn))
                .switchIfEmpty(Mono.error(SignIns::badCredentials));
    }

    private static Problem badCredentials() {
        return Problem.of(HttpStatus.UNAUTHORIZED, "bad-credentials");
    }
}
