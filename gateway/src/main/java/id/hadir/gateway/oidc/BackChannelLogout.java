package id.hadir.gateway.oidc;

import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Ends here what has ended at the provider. */
@Service
@WhenConfigured
class BackChannelLogout {

    private static final Logger log = LoggerFactory.getLogger(BackChannelLogout.class);

    private final Discovery discovery;
    private final OidcSessionStore store;
    private final Audit audit;
    private final TransactionalOperator transaction;

    BackChannelLogout(
            Discovery discovery,
            OidcSessionStore store,
            Audit audit,
            TransactionalOperator transaction) {
        this.discovery = discovery;
        this.store = store;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * False for a token that is not the provider's, says nothing, or has been obeyed before. Fails
     * with {@code sso-unavailable}: then the provider may send it again.
     */
    Mono<Boolean> obey(String logoutToken) {
        return discovery
                .provider()
                .flatMap(provider -> decode(provider, logoutToken))
                .map(Logout::of)
                .filter(Logout::namesSomebody)
                .flatMap(logout -> end(logout).as(transaction::transactional))
                .defaultIfEmpty(false);
    }

    private static Mono<Jwt> decode(Provider provider, String logoutToken) {
        return provider.logoutTokens()
                .decode(logoutToken)
                .onErrorResume(
                        BadJwtException.class,
                        refused -> {
                            log.warn("no logout token of the provider: {}", refused.getMessage());
                            return Mono.empty();
                        })
                .onErrorMap(_ -> Discovery.unavailable()); // it has not told its keys
    }

    private Mono<Boolean> end(Logout logout) {
        return store.isNew(logout)
                .filter(isNew -> isNew)
                .delayUntil(_ -> store.end(logout).concatMap(this::write).then());
    }

    private Mono<Void> write(OidcSessionStore.Ended ended) {
        return audit.appendAs(
                ended.account().actor(null),
                Deed.of("sign-in.ended-by-provider", "sign-in", ended.signInId()));
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    Mono<Void> forgetOld() {
        return store.forgetOldLogouts();
    }
}
