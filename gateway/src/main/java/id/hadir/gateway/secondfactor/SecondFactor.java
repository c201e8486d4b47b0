package id.hadir.gateway.secondfactor;

import id.hadir.kit.problem.Problem;
import id.hadir.kit.secret.SealedSecrets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** An account's authenticator app: enrolled, asked for codes, taken away. */
@Service
public class SecondFactor {

    private static final Logger log = LoggerFactory.getLogger(SecondFactor.class);
    private static final String FIELD = "code";

    /** For the first code, from the secret on. */
    private static final Duration TIME = Duration.ofMinutes(15);

    private final SecondFactorStore store;
    private final SealedSecrets secrets;
    private final TransactionalOperator transaction;
    private final Clock clock;

    SecondFactor(
            SecondFactorStore store,
            SealedSecrets secrets,
            TransactionalOperator transaction,
            Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** True from the first right code on. */
    public Mono<Boolean> isEnrolled(UUID accountId) {
        return store.find(accountId).map(SecondFactorStore.Row::confirmed).defaultIfEmpty(false);
    }

    /** A new secret, good once a code of it has come; fails with {@code second-factor-enrolled}. */
    public Mono<Enrolment> begin(UUID accountId, String username) {
        Totp totp = Totp.generate();
        return secrets.seal(totp.bytes())
                .flatMap(secret -> store.begin(accountId, secret))
                .filter(begun -> begun)
                .switchIfEmpty(Mono.error(() -> Problem.conflict("second-factor-enrolled")))
                .thenReturn(new Enrolment(totp.base32(), totp.uri(username)));
    }

    /** The enrolment that waits for its first code, or nothing. */
    public Mono<Enrolment> pending(UUID accountId, String username) {
        return store.find(accountId)
                .filter(this::isPending)
                .flatMap(row -> secrets.open(row.sealed()))
                .map(Totp::of)
                .map(totp -> new Enrolment(totp.base32(), totp.uri(username)));
    }

    /** The recovery codes, told this once; fails with {@code invalid} for a wrong code. */
    public Mono<List<String>> confirm(UUID accountId, @Nullable String code) {
        List<String> recovery = RecoveryCodes.generate();
        return store.find(accountId)
                .filter(this::isPending)
                .flatMap(
                        row ->
                                step(row, digits(code))
                                        .flatMap(
                                                step ->
                                                        store.confirm(
                                                                accountId, row.sealed(), step)))
                .filter(confirmed -> confirmed)
                .switchIfEmpty(Mono.error(SecondFactor::wrongCode))
                .then(
                        Mono.defer(
                                () ->
                                        store.replaceRecoveryCodes(
                                                accountId,
                                                recovery.stream()
                                                        .map(RecoveryCodes::hash)
                                                        .toList())))
                .thenReturn(recovery)
                .as(transaction::transactional);
    }

    /** Whether it is a code of the app or a recovery code, neither used before; it is used now. */
    public Mono<Boolean> accepts(UUID accountId, String code) {
        return store.find(accountId)
                .filter(SecondFactorStore.Row::confirmed)
                .flatMap(row -> step(row, digits(code)))
                .flatMap(step -> store.use(accountId, step))
                .switchIfEmpty(
                        Mono.defer(
                                () -> store.useRecoveryCode(accountId, RecoveryCodes.hash(code))));
    }

    public Mono<Void> remove(UUID accountId) {
        return store.remove(accountId);
    }

    private boolean isPending(SecondFactorStore.Row row) {
        return !row.confirmed() && clock.instant().isBefore(row.begunAt().plus(TIME));
    }

    private Mono<Long> step(SecondFactorStore.Row row, String code) {
        return secrets.open(row.sealed())
                .onErrorResume(
                        IllegalStateException.class,
                        failure -> {
                            log.error("a second factor was sealed with another key", failure);
                            return Mono.empty();
                        })
                .map(Totp::of)
                .flatMap(
                        totp ->
                                totp.step(code, clock.instant(), row.lastStep()).stream()
                                        .mapToObj(Mono::just)
                                        .findFirst()
                                        .orElse(Mono.empty()));
    }

    /** Apps show a gap in the middle. */
    private static String digits(@Nullable String code) {
        return code == null ? "" : code.replaceAll("\\s", "");
    }

    public static Problem wrongCode() {
        return Problem.invalid(FIELD, "wrong-code");
    }
}
