package id.hadir.gateway.oidc;

import id.hadir.gateway.account.Account;
import id.hadir.gateway.account.ProvidedAccount;
import id.hadir.gateway.account.ProvidedAccounts;
import id.hadir.gateway.oidc.ClaimMapping.Outcome;
import id.hadir.gateway.signin.SecondStep;
import id.hadir.gateway.signin.Sessions;
import id.hadir.gateway.signin.SignIn;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.page.Page;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.secret.SealedSecrets;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Makes of whom the provider vouches for somebody with an account and an ordinary session. */
@Service
@WhenConfigured
class OidcSignIn {

    private final OidcSettings settings;
    private final ClaimMapping mapping;
    private final ProvidedAccounts accounts;
    private final SecondStep secondStep;
    private final Sessions sessions;
    private final OidcSessionStore store;
    private final SealedSecrets secrets;
    private final Audit audit;
    private final TransactionalOperator transaction;

    OidcSignIn(
            OidcSettings settings,
            ProvidedAccounts accounts,
            SecondStep secondStep,
            Sessions sessions,
            OidcSessionStore store,
            SealedSecrets secrets,
            Audit audit,
            TransactionalOperator transaction) {
        this.settings = settings;
        this.mapping = settings.mapping();
        this.accounts = accounts;
        this.secondStep = secondStep;
        this.sessions = sessions;
        this.store = store;
        this.secrets = secrets;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * To where the person wanted to go. Fails with {@code sso-no-role}, {@code sso-incomplete},
     * {@code sso-inactive}, {@code sso-second-factor} or {@code sso-failed}.
     */
    Mono<Page> open(ServerWebExchange exchange, CodeFlow.Vouched vouched) {
        return switch (mapping.read(vouched.user().getClaims())) {
            case Outcome.WithoutRole _ -> Mono.error(refusal("sso-no-role"));
            case Outcome.Incomplete _ -> Mono.error(refusal("sso-incomplete"));
            case Outcome.Known known ->
                    accounts.findOrMake(account(vouched.user(), known))
                            .delayUntil(account -> checkSecondFactor(account, known))
                            .flatMap(account -> open(exchange, account, known, vouched))
                            .onErrorMap(Problem.class, OidcSignIn::told);
        };
    }

    private ProvidedAccount account(OidcUser user, Outcome.Known known) {
        return new ProvidedAccount(
                settings.requiredIssuer(),
                Objects.requireNonNull(user.getIdToken().getSubject()),
                known.username(),
                known.name(),
                known.role(),
                known.agencyId(),
                known.regionCode());
    }

    /** The provider asks for it; where it is binding here, the provider has to say that it has. */
    private Mono<Void> checkSecondFactor(Account account, Outcome.Known known) {
        return known.bySecondFactor() || !secondStep.isRequiredOf(account)
                ? Mono.empty()
                : Mono.error(refusal("sso-second-factor"));
    }

    private Mono<Page> open(
            ServerWebExchange exchange,
            Account account,
            Outcome.Known known,
            CodeFlow.Vouched vouched) {
        String idToken = vouched.user().getIdToken().getTokenValue();
        return secrets.seal(idToken.getBytes(StandardCharsets.UTF_8))
                .flatMap(
                        hint ->
                                sessions.open(
                                                exchange,
                                                account,
                                                known.bySecondFactor(),
                                                vouched.returnTo(),
                                                signIn -> keep(signIn, vouched.user(), hint))
                                        .as(transaction::transactional));
    }

    private Mono<Void> keep(SignIn signIn, OidcUser user, byte[] hint) {
        String sid = user.getIdToken().getClaimAsString("sid");
        Deed deed =
                Deed.of("sign-in.by-provider", "sign-in", signIn.id())
                        .and("issuer", settings.requiredIssuer())
                        .and("subject", user.getIdToken().getSubject());
        return store.add(signIn.id(), sid, hint)
                .then(audit.appendAs(signIn.account().actor(null), deed));
    }

    private static Problem told(Problem problem) {
        return switch (problem.code()) {
            case "invalid" -> refusal("sso-incomplete");
            case "bad-credentials" -> refusal("sso-failed"); // changed by an admin meanwhile
            default -> problem;
        };
    }

    private static Problem refusal(String code) {
        return Problem.of(HttpStatus.FORBIDDEN, code);
    }
}
