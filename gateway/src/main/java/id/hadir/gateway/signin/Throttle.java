package id.hadir.gateway.signin;

import id.hadir.gateway.account.Account;
import id.hadir.gateway.account.AccountDeed;
import id.hadir.gateway.account.Accounts;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Slows down guessing. By user name, strictly, but never for longer than five minutes; a browser in
 * which the account has signed in before counts by itself, so that whoever guesses elsewhere does
 * not keep its owner out. By address, far more generously: a whole office of people who mistype may
 * sit behind one. What is typed as a user name is kept as a hash: people type passwords there.
 */
@Component
class Throttle {

    static final Allowance BY_USERNAME =
            new Allowance(8, Duration.ofMinutes(5), Duration.ofMinutes(30));
    static final Allowance BY_ADDRESS =
            new Allowance(200, Duration.ofMinutes(1), Duration.ofMinutes(10));

    /**
     * What an attempt was counted by.
     *
     * @param locks whether the next one has to wait when this one fails
     */
    record Counted(String who, String address, boolean locks) {}

    private final AttemptStore store;
    private final KnownBrowsers browsers;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;

    Throttle(
            AttemptStore store,
            KnownBrowsers browsers,
            Accounts accounts,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.browsers = browsers;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** When the attempt may be made; it counts as failed until {@link #succeeded}. */
    Mono<Counted> attempt(String username, Origin origin) {
        return attempt("username", username, origin);
    }

    /** The same for the code that follows the password. */
    Mono<Counted> attemptCode(Account account, Origin origin) {
        return attempt("code", account.username(), origin);
    }

    private Mono<Counted> attempt(String what, String username, Origin origin) {
        String address = "address:" + origin.address();
        return count(address, BY_ADDRESS)
                .flatMap(
                        locks ->
                                browsers.knows(origin, username)
                                        .map(known -> prefix(what, known, origin))
                                        .map(prefix -> key(prefix, username))
                                        .flatMap(who -> countName(who, address, locks)));
    }

    private Mono<Counted> countName(String who, String address, boolean locksAddress) {
        return count(who, BY_USERNAME)
                .map(locks -> new Counted(who, address, locks || locksAddress));
    }

    private static String prefix(String what, boolean known, Origin origin) {
        return known ? what + "-in:" + origin.browser() + ":" : what + ":";
    }

    /**
     * Who has to wait from now on is in the audit. What was typed is there only when it names an
     * account: it may have been a password.
     */
    Mono<Void> failed(Counted counted, String username) {
        return counted.locks()
                ? accounts.find(username)
                        .map(account -> AccountDeed.of("sign-in.locked", account))
                        .defaultIfEmpty(Deed.of("sign-in.locked", "account", null))
                        .flatMap(audit::append)
                : Mono.empty();
    }

    Mono<Void> succeeded(Counted counted) {
        return store.forget(counted.who()).then(store.takeBack(counted.address(), clock.instant()));
    }

    Mono<Void> forgetOld() {
        return store.removeOlderThan(clock.instant().minus(BY_USERNAME.forgottenAfter()))
                .then(browsers.forgetOld());
    }

    /** Whether the next attempt has to wait when this one fails. */
    private Mono<Boolean> count(String key, Allowance allowance) {
        Instant now = clock.instant();
        return store.count(key, allowance, now)
                .map(allowance::isUsedUpBy)
                .switchIfEmpty(
                        Mono.defer(() -> store.wait(key, now))
                                .defaultIfEmpty(Duration.ofSeconds(1))
                                .flatMap(wait -> Mono.error(rateLimited(wait))));
    }

    private static Problem rateLimited(Duration wait) {
        return Problem.of(HttpStatus.TOO_MANY_REQUESTS, "rate-limited").retryAfter(wait);
    }

    /** Of a user name, and of the browser where it is a known one. */
    static String key(String prefix, String username) {
        try {
            byte[] text =
                    (prefix + username.toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8);
            return "who:"
                    + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
