package id.hadir.gateway.signin;

import id.hadir.gateway.signin.SignIn.Kind;
import id.hadir.kit.problem.Problem;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses what another site makes a browser send: changes in a session's name, and signing in (as
 * somebody else, so that the person works in a stranger's account). The CSRF token of a session is
 * checked besides, by whoever answers. Every browser of today sends {@code Origin} with a POST; a
 * request with neither header is no browser's.
 */
public final class SameSiteFilter implements WebFilter {

    private static final Set<HttpMethod> SAFE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);
    private static final Set<String> OURS = Set.of("same-origin", "none");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isProtected(exchange) && isForeign(exchange.getRequest())
                ? Mono.error(Problem.of(HttpStatus.FORBIDDEN, "cross-site"))
                : chain.filter(exchange);
    }

    private static boolean isProtected(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        if (SAFE.contains(request.getMethod())) {
            return false;
        }
        boolean hasSession =
                CredentialConverter.kind(exchange) == Kind.SESSION
                        && SessionCookie.read(request) != null;
        return hasSession || GatewayAccess.isSignIn(exchange);
    }

    /** Whether a browser says that another site made it send the request. */
    public static boolean isForeign(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        String site = headers.getFirst("Sec-Fetch-Site");
        if (site != null) {
            return !OURS.contains(site);
        }
        String origin = headers.getOrigin();
        return origin != null && !request.getURI().getAuthority().equals(authority(origin));
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
