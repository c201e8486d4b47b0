package id.hadir.kit.security;

import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Writes the headers by which a browser guards an answer: before everything else, so that no
 * filter's refusal, redirect or cached page goes without. What an answer says itself stays, such as
 * a service's policy that passes through the gateway.
 */
public final class AnswerGuard implements WebFilter, Ordered {

    private static final Map<String, String> EVERY_ANSWER =
            Map.of(
                    "X-Content-Type-Options", "nosniff",
                    "Cross-Origin-Resource-Policy", "same-origin");

    private static final Map<String, String> DOCUMENTS =
            Map.of(
                    "X-Frame-Options", "DENY",
                    "X-Permitted-Cross-Domain-Policies", "none",
                    "Referrer-Policy", "strict-origin-when-cross-origin",
                    "Permissions-Policy", "camera=(self), microphone=(), geolocation=()",
                    "Cross-Origin-Opener-Policy", "same-origin");

    /** From and to this site alone, with no script or style of the page's own. */
    private static final String POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    private static final String POLICY_HEADER = "Content-Security-Policy";
    private static final String BY_HTTPS = "; upgrade-insecure-requests";

    /** A year; hosts below this one may be others' business (RFC 6797). */
    private static final String ONLY_HTTPS = "max-age=31536000";

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> guard(exchange)));
        return chain.filter(exchange);
    }

    private static void guard(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        HttpHeaders headers = exchange.getResponse().getHeaders();
        boolean isSecure = "https".equals(request.getURI().getScheme());
        EVERY_ANSWER.forEach((name, value) -> setUnlessSaid(headers, name, value));
        if (isSecure) {
            setUnlessSaid(headers, "Strict-Transport-Security", ONLY_HTTPS);
        }
        if (!request.getPath().value().startsWith("/aset/")) {
            DOCUMENTS.forEach((name, value) -> setUnlessSaid(headers, name, value));
            setUnlessSaid(headers, POLICY_HEADER, POLICY);
            if (isSecure) {
                allByHttps(headers);
            }
        }
    }

    /** That somebody came by https, the gateway alone knows for sure. */
    private static void allByHttps(HttpHeaders headers) {
        String policy = headers.getFirst(POLICY_HEADER);
        if (policy != null && !policy.endsWith(BY_HTTPS)) {
            headers.set(POLICY_HEADER, policy + BY_HTTPS);
        }
    }

    private static void setUnlessSaid(HttpHeaders headers, String name, String value) {
        if (!headers.containsHeader(name)) {
            headers.set(name, value);
        }
    }
}
