package id.hadir.kit.security;

import id.hadir.kit.problem.Problem;
import id.hadir.kit.problem.ProblemHandler;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A person without session goes to the sign-in page and back; a program gets 401. */
public final class SignInRequired implements ServerAuthenticationEntryPoint {

    private final ProblemHandler problems;

    public SignInRequired(ProblemHandler problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException failure) {
        return isPage(exchange)
                ? redirectToSignIn(exchange)
                : problems.handle(exchange, Problem.unauthenticated());
    }

    private static boolean isPage(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        HttpMethod method = exchange.getRequest().getMethod();
        return (method == HttpMethod.GET || method == HttpMethod.HEAD)
                && !path.startsWith("/api/")
                && !path.startsWith("/feeds/");
    }

    private static Mono<Void> redirectToSignIn(ServerWebExchange exchange) {
        String here = exchange.getRequest().getURI().getRawPath();
        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        exchange.getResponse()
                .getHeaders()
                .set(
                        HttpHeaders.LOCATION,
                        "/masuk?ke=" + URLEncoder.encode(here, StandardCharsets.UTF_8));
        return exchange.getResponse().setComplete();
    }
}
