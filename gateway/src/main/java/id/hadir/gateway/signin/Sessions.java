package id.hadir.gateway.signin;

import id.hadir.gateway.account.Account;
import id.hadir.gateway.signin.SignIn.Kind;
import id.hadir.kit.page.Page;
import id.hadir.kit.security.Role;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Opens a browser's session, and ends it. */
@Component
public class Sessions {

    private final SignIns signIns;
    private final KnownBrowsers browsers;
    private final SignInSettings settings;
    private final ObjectProvider<ProviderSignOut> provider;

    Sessions(
            SignIns signIns,
            KnownBrowsers browsers,
            SignInSettings settings,
            ObjectProvider<ProviderSignOut> provider) {
        this.signIns = signIns;
        this.browsers = browsers;
        this.settings = settings;
        this.provider = provider;
    }

    /** Signs in and goes where the person wanted to. */
    Mono<Page> open(
            ServerWebExchange exchange,
            Account account,
            boolean bySecondFactor,
            @Nullable String wanted) {
        return open(exchange, account, bySecondFactor, wanted, _ -> Mono.empty());
    }

    /**
     * @param kept what is written of the new sign-in besides
     */
    public Mono<Page> open(
            ServerWebExchange exchange,
            Account account,
            boolean bySecondFactor,
            @Nullable String wanted,
            Function<SignIn, Mono<Void>> kept) {
        return signIns.issue(
                        Kind.SESSION,
                        account,
                        Origin.ofBrowser(exchange.getRequest()),
                        bySecondFactor)
                .delayUntil(issued -> kept.apply(issued.signIn()))
                .doOnNext(issued -> giveCookie(exchange, issued))
                .then(Mono.defer(() -> browsers.remember(exchange.getRequest(), account)))
                .doOnNext(exchange.getResponse()::addCookie)
                .thenReturn(Page.redirect(ReturnPath.orElse(wanted, home(account.role()))));
    }

    private void giveCookie(ServerWebExchange exchange, SignIns.Issued issued) {
        var request = exchange.getRequest();
        var response = exchange.getResponse();
        response.addCookie(
                HostCookie.SESSION.of(
                        request, issued.credential().secret(), settings.sessionLifetime()));
        if (HostCookie.PENDING.read(request) != null) {
            response.addCookie(HostCookie.PENDING.removed(request));
        }
    }

    /** The address at which the person signs out of the identity provider too; may be empty. */
    Mono<URI> end(ServerWebExchange exchange) {
        exchange.getResponse().addCookie(HostCookie.SESSION.removed(exchange.getRequest()));
        return Mono.justOrEmpty(HostCookie.SESSION.read(exchange.getRequest()))
                .flatMap(
                        secret ->
                                idToken(secret)
                                        .map(Optional::of)
                                        .defaultIfEmpty(Optional.empty())
                                        .delayUntil(_ -> signIns.end(secret)))
                .flatMap(Mono::justOrEmpty)
                .flatMap(idToken -> addressToSignOut(idToken, exchange));
    }

    private Mono<String> idToken(String secret) {
        return Mono.justOrEmpty(provider.getIfAvailable())
                .flatMap(found -> found.idToken(new Credential(secret)));
    }

    /** Asked for when the session here has ended: the provider may take its time. */
    private Mono<URI> addressToSignOut(String idToken, ServerWebExchange exchange) {
        return Mono.justOrEmpty(provider.getIfAvailable())
                .flatMap(found -> found.addressFor(idToken, exchange.getRequest()));
    }

    /** Where a person of that role begins. */
    static String home(Role role) {
        return role == Role.OFFICIAL ? "/laporan" : "/panitia";
    }
}
