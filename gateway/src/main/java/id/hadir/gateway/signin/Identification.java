package id.hadir.gateway.signin;

import id.hadir.gateway.account.Account;
import id.hadir.gateway.account.Accounts;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Tells by a user name and a password who somebody is, and slows down those who guess. */
@Service
public class Identification {

    /** A user name and a password that may belong together. */
    record Attempt(String username, String password) {

        /** What the person typed; adds what is missing or too long. */
        static Attempt of(
                @Nullable String username, @Nullable String password, FieldErrors errors) {
            return new Attempt(
                    errors.requiredText("username", username, MAX_LENGTH),
                    Identification.password("password", password, errors));
        }
    }

    private static final int MAX_LENGTH = 200;

    private final Accounts accounts;
    private final Throttle throttle;
    private final SingleSignOn singleSignOn;

    Identification(Accounts accounts, Throttle throttle, SingleSignOn singleSignOn) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.singleSignOn = singleSignOn;
    }

    /** Fails with {@code sso-only}, {@code rate-limited} or {@code bad-credentials}. */
    Mono<Account> identify(Attempt attempt, Origin origin) {
        if (!singleSignOn.localAccounts()) {
            return Mono.error(Problem.of(HttpStatus.FORBIDDEN, "sso-only"));
        }
        return throttle.attempt(attempt.username(), origin)
                .flatMap(
                        counted ->
                                accounts.authenticate(attempt.username(), attempt.password())
                                        .delayUntil(_ -> throttle.succeeded(counted))
                                        .switchIfEmpty(
                                                throttle.failed(counted, attempt.username())
                                                        .then(Mono.empty())))
                .switchIfEmpty(Mono.error(Identification::badCredentials));
    }

    /**
     * Whoever is signed in shows to know the password too: a browser may have been left open. Fails
     * with {@code rate-limited}, or with {@code wrong-password} of that field.
     */
    public Mono<Void> confirm(
            String field, Account account, @Nullable String password, Origin origin) {
        FieldErrors errors = new FieldErrors();
        String given = password(field, password, errors);
        errors.throwIfAny();
        return throttle.attempt(account.username(), origin)
                .flatMap(
                        counted ->
                                accounts.authenticate(account.username(), given)
                                        .delayUntil(_ -> throttle.succeeded(counted))
                                        .switchIfEmpty(
                                                throttle.failed(counted, account.username())
                                                        .then(Mono.empty())))
                .switchIfEmpty(Mono.error(() -> Problem.invalid(field, "wrong-password")))
                .then();
    }

    /** The password as it was given; an error is added when it can be none. */
    public static String password(String field, @Nullable String password, FieldErrors errors) {
        if (password == null || password.isEmpty()) {
            errors.add(field, "required");
            return "";
        }
        if (password.length() > MAX_LENGTH) {
            errors.add(field, "too-long", MAX_LENGTH);
        }
        return password;
    }

    static Problem badCredentials() {
        return Problem.of(HttpStatus.UNAUTHORIZED, "bad-credentials");
    }
}
