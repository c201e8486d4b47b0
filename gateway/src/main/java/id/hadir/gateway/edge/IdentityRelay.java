package id.hadir.gateway.edge;

import id.hadir.gateway.signin.SessionCookie;
import id.hadir.gateway.token.JwtMint;
import id.hadir.kit.security.ActorArgument;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Tells the service who calls, by the gateway's JWT and by nothing else: whatever a client sent to
 * that end stays outside.
 */
@Component
class IdentityRelay implements GlobalFilter, Ordered {

    /** Headers by which other proxies speak of identity and origin, and services to each other. */
    private static final List<String> KEPT_OUTSIDE =
            List.of(
                    "x-forwarded-",
                    "x-remote-",
                    "remote-",
                    "x-auth-",
                    "x-authenticated-",
                    "x-user",
                    "x-hadir-",
                    "x-feed-",
                    "x-original-",
                    "x-rewrite-",
                    "x-real-ip",
                    "x-client-",
                    "x-ssl-",
                    "ssl-client-",
                    "x-amzn-oidc-",
                    "x-goog-authenticated-",
                    "x-goog-iap-",
                    "x-ms-client-principal",
                    "x-ms-token-",
                    "cf-access-");

    private final JwtMint mint;

    IdentityRelay(JwtMint mint) {
        this.mint = mint;
    }

    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return ActorArgument.current()
                .flatMap(mint::tokenFor)
                .map(jwt -> withIdentity(exchange, jwt))
                .flatMap(chain::filter);
    }

    private static ServerWebExchange withIdentity(ServerWebExchange exchange, String jwt) {
        ServerHttpRequest request = exchange.getRequest();
        return exchange.mutate()
                .request(builder -> builder.headers(headers -> rewrite(headers, request, jwt)))
                .build();
    }

    private static void rewrite(HttpHeaders headers, ServerHttpRequest request, String jwt) {
        List.copyOf(headers.headerNames()).stream()
                .filter(IdentityRelay::staysOutside)
                .forEach(headers::remove);
        headers.remove(HttpHeaders.PROXY_AUTHORIZATION);
        headers.remove("Forwarded");
        headers.setBearerAuth(jwt);
        headers.remove(HttpHeaders.COOKIE);
        String cookies = cookiesWithoutSession(request);
        if (!cookies.isEmpty()) {
            headers.set(HttpHeaders.COOKIE, cookies);
        }
    }

    private static boolean staysOutside(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return KEPT_OUTSIDE.stream().anyMatch(name::startsWith);
    }

    private static String cookiesWithoutSession(ServerHttpRequest request) {
        return request.getCookies().values().stream()
                .flatMap(List::stream)
                .filter(cookie -> !SessionCookie.isNamed(cookie.getName()))
                .map(HttpCookie::toString)
                .collect(Collectors.joining("; "));
    }
}
