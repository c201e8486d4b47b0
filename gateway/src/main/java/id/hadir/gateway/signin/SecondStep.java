package id.hadir.gateway.signin;

import id.hadir.gateway.account.Account;
import id.hadir.gateway.account.AccountDeed;
import id.hadir.gateway.account.Accounts;
import id.hadir.gateway.secondfactor.Enrolment;
import id.hadir.gateway.secondfactor.SecondFactor;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.problem.Problem;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
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

    /**
     * @param recoveryCodes shown this once
     * @param account as it is now: what began before comes to nothing
     */
    public record Enrolled(List<String> recoveryCodes, Account account) {}

    private final SecondFactor factor;
    private final Accounts accounts;
    private final PendingSignInStore store;
    private final Throttle throttle;
    private final SignInSettings settings;
    private final Audit audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    SecondStep(
            SecondFactor factor,
            Accounts accounts,
            PendingSignInStore store,
            Throttle throttle,
            SignInSettings settings,
            Audit audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.factor = factor;
        this.accounts = accounts;
        this.store = store;
        this.throttle = throttle;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Empty when the password is enough. */
    Mono<Begun> begin(Account account) {
        Credential credential = Credential.random();
        return factor.isEnrolled(account.id())
                .filter(enrolled -> enrolled || isRequiredOf(account))
                .delayUntil(enrolled -> enrolled ? Mono.empty() : beginEnrolment(account))
                .delayUntil(_ -> store.add(credential, account, clock.instant().plus(TIME)))
                .map(enrolled -> new Begun(credential, enrolled));
    }

    private Mono<Enrolment> beginEnrolment(Account account) {
        return factor.begin(account.id(), account.username());
    }

    /** Who waits for this step; fails with {@code sign-in-over}. */
    Mono<Account> pending(@Nullable String secret) {
        return Mono.justOrEmpty(secret)
                .map(Credential::new)
                .flatMap(store::find)
                .switchIfEmpty(Mono.error(() -> unauthorized("sign-in-over")));
    }

    /**
     * Who that is after all: from now on the pending sign-in is over. Fails with {@code
     * sign-in-over}, {@code too-many-codes}, {@code rate-limited} or {@code invalid}.
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
                .switchIfEmpty(Mono.error(() -> unauthorized("too-many-codes")))
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
                                return isRequiredOf(account)
                                        ? Mono.error(unauthorized("second-factor-required"))
                                        : Mono.just(false);
                            }
                            return code == null || code.isBlank()
                                    ? Mono.error(unauthorized("second-factor-required"))
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
                                        .delayUntil(_ -> throttle.succeeded(counted))
                                        .switchIfEmpty(
                                                throttle.failed(counted, account.username())
                                                        .then(Mono.empty())))
                .switchIfEmpty(Mono.error(SecondFactor::wrongCode))
                .then();
    }

    /**
     * Turns the factor on, and ends what the password alone has opened; a first code is tried as
     * any other. Fails with {@code rate-limited}, {@code invalid} or {@code precondition-failed}.
     *
     * @param kept hash of the credential that goes on, or null
     */
    public Mono<Enrolled> enrol(
            Account account, @Nullable String code, @Nullable ByteBuffer kept, Origin origin) {
        return throttle.attemptCode(account, origin)
                .flatMap(
                        counted ->
                                turnOn(account, code, kept)
                                        .delayUntil(_ -> throttle.succeeded(counted)));
    }

    private Mono<Enrolled> turnOn(
            Account account, @Nullable String code, @Nullable ByteBuffer kept) {
        return factor.confirm(account.id(), code)
                .flatMap(
                        codes ->
                                accounts.renew(account, kept)
                                        .map(renewed -> new Enrolled(codes, renewed)))
                .delayUntil(
                        _ -> audit.append(AccountDeed.of("account.second-factor-set-up", account)))
                .as(transaction::transactional);
    }

    /** Whether who holds such a role cannot be without a second factor. */
    public boolean isRequiredOf(Account account) {
        return settings.requiresSecondFactor(account.role());
    }

    private static boolean isWrongCode(Throwable failure) {
        return failure instanceof Problem problem && !problem.errors().isEmpty();
    }

    private static Problem unauthorized(String code) {
        return Problem.of(HttpStatus.UNAUTHORIZED, code);
    }
}
