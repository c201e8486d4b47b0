package id.hadir.gateway.signin;

import id.hadir.gateway.signin.SignIn.Kind;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.CsrfFilter;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses what another site makes a browser send: changes in a session's name, signing in (as
 * somebody else, so that the person works in a stranger's account), and forms in the name of nobody
 * or of a ticket. The CSRF token of a session is checked besides, by whoever answers. Every browser
 * of today sends {@code Origin} with a POST; a request with neither header is no browser's.
 */
public final class SameSiteFilter implements WebFilter {

    private static final Set<String> OURS = Set.of("same-origin", "none");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isRefused(exchange)
                ? Mono.error(Problem.of(HttpStatus.FORBIDDEN, "cross-site"))
                : chain.filter(exchange);
    }

    private static boolean isRefused(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        if (CsrfFilter.isSafe(request.getMethod())) {
            return false;
        }
        boolean hasSession =
                CredentialConverter.kind(exchange) == Kind.SESSION
                        && SessionCookie.read(request) != null;
        if (hasSession || GatewayAccess.isSignIn(exchange)) {
            return isForeign(request);
        }
        return !request.getPath().value().startsWith("/api/") && isOfAnotherSite(request);
    }

    /** Whether a browser says that anything but a page of ours made it send the request. */
    private static boolean isForeign(ServerHttpRequest request) {
        String site = request.getHeaders().getFirst("Sec-Fetch-Site");
        if (site != null) {
            return !OURS.contains(site);
        }
        String origin = request.getHeaders().getOrigin();
        return origin != null && !isOurs(origin, request);
    }

    /**
     * Whether a browser says that another site made it send the request, where no session is at
     * stake. A ticket's page tells nobody its address ({@code no-referrer}), so that an older
     * browser, which has no {@code Sec-Fetch-Site}, says {@code null} for the origin of its forms.
     */
    public static boolean isOfAnotherSite(ServerHttpRequest request) {
        String site = request.getHeaders().getFirst("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("cross-site");
        }
        String origin = request.getHeaders().getOrigin();
        return origin != null && !origin.equals("null") && !isOurs(origin, request);
    }

    private static boolean isOurs(String origin, ServerHttpRequest request) {
        return request.getURI().getAuthority().equals(authority(origin));
    }

    /** Without the scheme: a proxy in front may end TLS without saying so. */
    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getAuthority(); // "null" has none
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
