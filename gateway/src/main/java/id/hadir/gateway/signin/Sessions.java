package id.hadir.gateway.signin;

import id.hadir.gateway.account.Account;
import id.hadir.gateway.signin.SignIn.Kind;
import id.hadir.kit.page.Page;
import id.hadir.kit.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Opens a browser's session, and ends it. */
@Component
class Sessions {

    private final SignIns signIns;
    private final KnownBrowsers browsers;
    private final SignInSettings settings;

    Sessions(SignIns signIns, KnownBrowsers browsers, SignInSettings settings) {
        this.signIns = signIns;
        this.browsers = browsers;
        this.settings = settings;
    }

    /** Signs in and goes where the person wanted to. */
    Mono<Page> open(
            ServerWebExchange exchange,
            Account account,
            boolean bySecondFactor,
            @Nullable String wanted) {
        return signIns.issue(
                        Kind.SESSION,
                        account,
                        Origin.ofBrowser(exchange.getRequest()),
                        bySecondFactor)
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

    Mono<Page> end(ServerWebExchange exchange) {
        exchange.getResponse().addCookie(HostCookie.SESSION.removed(exchange.getRequest()));
        return Mono.justOrEmpty(HostCookie.SESSION.read(exchange.getRequest()))
                .flatMap(signIns::end)
                .thenReturn(Page.redirect("/"));
    }

    /** Where a person of that role begins. */
    static String home(Role role) {
        return role == Role.OFFICIAL ? "/laporan" : "/panitia";
    }
}
