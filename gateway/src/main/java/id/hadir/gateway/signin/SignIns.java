package id.hadir.gateway.signin;

import com.github.f4b6a3.uuid.UuidCreator;
import id.hadir.gateway.account.Account;
import id.hadir.gateway.signin.SignIn.Kind;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.security.Actor;
import id.hadir.kit.security.ActorArgument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Gives out credentials, and turns a credential back into who it is. */
@Service
public class SignIns {

    record Issued(Credential credential, SignIn signIn) {}

    private static final Duration USED_EVERY = Duration.ofMinutes(1);

    private final SecondStep secondStep;
    private final Throttle throttle;
    private final SignInStore store;
    private final SignInSettings settings;
    private final Audit audit;
    private final Clock clock;
    private final TransactionalOperator transaction;

    SignIns(
            SecondStep secondStep,
            Throttle throttle,
            SignInStore store,
            SignInSettings settings,
            Audit audit,
            Clock clock,
            TransactionalOperator transaction) {
        this.secondStep = secondStep;
        this.throttle = throttle;
        this.store = store;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    Mono<SignIn> find(Kind kind, String secret) {
        return store.find(kind, new Credential(secret))
                .filter(this::isAllowed)
                .delayUntil(this::markUsed);
    }

    /** A sign-in by password alone is nobody's where more is required. */
    private boolean isAllowed(SignIn found) {
        return found.bySecondFactor() || !settings.requiresSecondFactor(found.account().role());
    }

    private Mono<Void> markUsed(SignIn found) {
        Instant now = clock.instant();
        Instant minuteAgo = now.minus(USED_EVERY);
        Instant last = found.lastUsedAt();
        return last != null && last.isAfter(minuteAgo)
                ? Mono.empty()
                : store.markUsed(found.id(), now, minuteAgo);
    }

    /** Whoever sets up a second factor has shown it. */
    public Mono<Void> markSecondFactor(SignInAuthentication current) {
        return store.markSecondFactor(current.hash());
    }

    /** The credential is dead from now on. */
    Mono<Void> end(String secret) {
        return store.remove(new Credential(secret))
                .then(ActorArgument.current())
                .filter(Actor::isSignedIn)
                .flatMap(_ -> audit.append(Deed.of("sign-in.ended", "sign-in", null)))
                .as(transaction::transactional);
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    Mono<Void> forgetOld() {
        return store.removeExpired().then(secondStep.forgetOld()).then(throttle.forgetOld());
    }

    /** For as long as usual. */
    Mono<Issued> issue(Kind kind, Account account, Origin origin, boolean bySecondFactor) {
        Instant expiresAt = clock.instant().plus(settings.lifetime(kind));
        return issue(kind, account, origin, bySecondFactor, expiresAt);
    }

    /** Fails with {@code bad-credentials} when the account has been changed meanwhile. */
    Mono<Issued> issue(
            Kind kind, Account account, Origin origin, boolean bySecondFactor, Instant expiresAt) {
        Credential credential = Credential.random();
        SignIn signIn =
                new SignIn(
                        UuidCreator.getTimeOrderedEpoch(),
                        kind,
                        account,
                        kind == Kind.SESSION ? Credential.random().secret() : null,
                        expiresAt,
                        null,
                        bySecondFactor);
        return store.add(credential, signIn, origin)
                .filter(added -> added)
                .delayUntil(_ -> audit.appendAs(account.actor(null), begun(signIn, origin)))
                .as(transaction::transactional)
                .map(_ -> new Issued(credential, signIn))
                .switchIfEmpty(Mono.error(Identification::badCredentials));
    }

    private static Deed begun(SignIn signIn, Origin origin) {
        return Deed.of("sign-in." + signIn.kind().code(), "sign-in", signIn.id())
                .and("name", origin.name())
                .and("expiresAt", signIn.expiresAt())
                .and("secondFactor", signIn.bySecondFactor());
    }
}
