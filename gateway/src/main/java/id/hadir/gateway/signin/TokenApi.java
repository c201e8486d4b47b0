package id.hadir.gateway.signin;

import id.hadir.gateway.account.AccountView;
import id.hadir.gateway.account.Accounts;
import id.hadir.gateway.signin.Identification.Attempt;
import id.hadir.gateway.signin.SignIn.Kind;
import id.hadir.kit.problem.FieldErrors;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class TokenApi {

    /**
     * @param name by which the owner knows the token later; may be left out
     * @param code of the authenticator app, for an account that has one
     */
    record Request(
            @Nullable String username,
            @Nullable String password,
            @Nullable String name,
            @Nullable String code) {}

    record IssuedToken(String token, Instant expiresAt, AccountView account) {}

    private final Identification identification;
    private final SecondStep secondStep;
    private final SignIns signIns;
    private final Accounts accounts;

    TokenApi(
            Identification identification,
            SecondStep secondStep,
            SignIns signIns,
            Accounts accounts) {
        this.identification = identification;
        this.secondStep = secondStep;
        this.signIns = signIns;
        this.accounts = accounts;
    }

    @PostMapping("/api/tokens")
    Mono<ResponseEntity<IssuedToken>> signIn(@RequestBody Request request, ServerHttpRequest http) {
        FieldErrors errors = new FieldErrors();
        Attempt attempt = Attempt.of(request.username(), request.password(), errors);
        Origin origin = Origin.ofToken(request.name(), http, errors);
        errors.throwIfAny();
        return identification
                .identify(attempt, origin)
                .flatMap(
                        account ->
                                secondStep
                                        .check(account, request.code(), origin)
                                        .flatMap(
                                                shown ->
                                                        signIns.issue(
                                                                Kind.TOKEN,
                                                                account,
                                                                origin,
                                                                shown)))
                .map(
                        issued ->
                                ResponseEntity.ok()
                                        .cacheControl(CacheControl.noStore())
                                        .body(view(issued)));
    }

    /** Ends what this request came with, token or session. */
    @DeleteMapping("/api/tokens/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> signOut(SignInAuthentication current) {
        return signIns.end(current.secret());
    }

    @GetMapping("/api/account")
    Mono<ResponseEntity<AccountView>> whoAmI(SignInAuthentication current) {
        return accounts.withAgencyName(current.signIn().account(), current.actor())
                .map(AccountView::of)
                .map(view -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view));
    }

    private static IssuedToken view(SignIns.Issued issued) {
        return new IssuedToken(
                issued.credential().secret(),
                issued.signIn().expiresAt(),
                AccountView.of(issued.signIn().account()));
    }
}
