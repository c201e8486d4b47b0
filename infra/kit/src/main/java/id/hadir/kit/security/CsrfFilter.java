package id.hadir.kit.security;

import id.hadir.kit.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses an unsafe request of a browser session that does not bring the session's CSRF token, as
 * header {@code X-CSRF-Token} or form field {@code _csrf}. The token is a claim of the gateway's
 * JWT, so that the gateway need not read bodies. Callers with a bearer token or without account
 * have no ambient authority and no token.
 */
public final class CsrfFilter implements WebFilter {

    public static final String HEADER = "X-CSRF-Token";
    public static final String FIELD = "_csrf";

    private static final String REFUSAL = "csrf";

    private static final Set<HttpMethod> SAFE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);

    /** Whether a request of that method changes nothing, whoever sends it (RFC 9110, 9.2.1). */
    public static boolean isSafe(HttpMethod method) {
        return SAFE.contains(method);
    }

    static boolean isRefusal(Throwable failure) {
        return failure instanceof Problem problem && problem.code().equals(REFUSAL);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (isSafe(exchange.getRequest().getMethod())) {
            return chain.filter(exchange);
        }
        return ActorArgument.current()
                .flatMap(actor -> brings(exchange, actor.csrfToken()))
                .flatMap(
                        brought ->
                                brought
                                        ? chain.filter(exchange)
                                        : Mono.error(Problem.of(HttpStatus.FORBIDDEN, REFUSAL)));
    }

    private static Mono<Boolean> brings(ServerWebExchange exchange, @Nullable String token) {
        if (token == null) {
            return Mono.just(true);
        }
        String header = exchange.getRequest().getHeaders().getFirst(HEADER);
        if (header != null || !isForm(exchange)) {
            return Mono.just(same(token, header));
        }
        return exchange.getFormData().map(form -> same(token, form.getFirst(FIELD)));
    }

    private static boolean isForm(ServerWebExchange exchange) {
        MediaType type = exchange.getRequest().getHeaders().getContentType();
        return MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(type);
    }

    private static boolean same(String token, @Nullable String brought) {
        return brought != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8),
                        brought.getBytes(StandardCharsets.UTF_8));
    }
}
