package id.hadir.gateway.signin;

import id.hadir.gateway.signin.SignIn.Kind;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.problem.Rfc3339;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The tokens and sessions of whoever is signed in. */
@Service
public class OwnSignIns {

    /**
     * The request for a token.
     *
     * @param name by which the owner knows it later
     * @param expiresAt RFC 3339; a month from now when left out
     * @param password of the account, shown again: a token outlives the session that it is made in
     */
    public record NewToken(
            @Nullable String name, @Nullable String expiresAt, @Nullable String password) {}

    /** A token, shown this once. */
    public record MadeToken(UUID id, String name, String token, Instant expiresAt) {}

    private final Identification identification;
    private final SignIns signIns;
    private final SignInStore store;
    private final SignInQueries queries;
    private final SignInSettings settings;
    private final Audit audit;
    private final Clock clock;
    private final TransactionalOperator transaction;

    OwnSignIns(
            Identification identification,
            SignIns signIns,
            SignInStore store,
            SignInQueries queries,
            SignInSettings settings,
            Audit audit,
            Clock clock,
            TransactionalOperator transaction) {
        this.identification = identification;
        this.signIns = signIns;
        this.store = store;
        this.queries = queries;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Mono<Listing<ListedSignIn>> list(
            Kind kind, SignInAuthentication current, PageRequest page) {
        return queries.list(kind, current, page);
    }

    /** Dead at once; fails with {@code not-found} for what is not the caller's own. */
    public Mono<Void> end(Kind kind, SignInAuthentication current, UUID id) {
        return store.remove(kind, current.account().id(), id)
                .filter(removed -> removed)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .flatMap(_ -> audit.append(Deed.of("sign-in.revoked", "sign-in", id)))
                .as(transaction::transactional);
    }

    /** Fails with {@code invalid} or {@code rate-limited}. */
    public Mono<MadeToken> makeToken(
            SignInAuthentication current, NewToken request, ServerHttpRequest http) {
        FieldErrors errors = new FieldErrors();
        String name = errors.requiredText("name", request.name(), Origin.MAX_NAME);
        Instant expiresAt = expiry(request.expiresAt(), errors);
        Identification.password("password", request.password(), errors);
        errors.throwIfAny();
        Origin origin = Origin.ofBrowser(http).named(name);
        return identification
                .confirm("password", current.account(), request.password(), origin)
                .then(
                        Mono.defer(
                                () ->
                                        signIns.issue(
                                                Kind.TOKEN,
                                                current.account(),
                                                origin,
                                                current.signIn().bySecondFactor(),
                                                expiresAt)))
                .map(
                        issued ->
                                new MadeToken(
                                        issued.signIn().id(),
                                        name,
                                        issued.credential().secret(),
                                        expiresAt));
    }

    private Instant expiry(@Nullable String text, FieldErrors errors) {
        Instant now = clock.instant();
        Instant wanted = Rfc3339.parse("expiresAt", text, errors);
        if (wanted == null) {
            return now.plus(settings.tokenLifetime());
        }
        if (!wanted.isAfter(now) || wanted.isAfter(now.plus(settings.tokenLongest()))) {
            errors.add("expiresAt", "invalid-expiry", settings.tokenLongest().toDays());
        }
        return wanted;
    }
}
