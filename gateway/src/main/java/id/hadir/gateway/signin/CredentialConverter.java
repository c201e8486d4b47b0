package id.hadir.gateway.signin;

import id.hadir.gateway.signin.SignIn.Kind;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Finds the credential of a request: the bearer token when there is one, else the session cookie.
 */
final class CredentialConverter implements ServerAuthenticationConverter {

    private final ServerAuthenticationConverter bearer =
            new ServerBearerTokenAuthenticationConverter();

    static Kind kind(ServerWebExchange exchange) {
        String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        boolean isBearer = header != null && header.toLowerCase(Locale.ROOT).startsWith("bearer");
        return isBearer ? Kind.TOKEN : Kind.SESSION;
    }

    @Override
    public Mono<Authentication> convert(ServerWebExchange exchange) {
        return kind(exchange) == Kind.TOKEN
                ? bearer.convert(exchange)
                : Mono.justOrEmpty(SessionCookie.read(exchange.getRequest()))
                        .map(BearerTokenAuthenticationToken::new);
    }
}
