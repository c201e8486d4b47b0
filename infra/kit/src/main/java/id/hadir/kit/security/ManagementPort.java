package id.hadir.kit.security;

import java.net.InetSocketAddress;
import org.springframework.core.env.Environment;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Whether a request arrived at the port for health and metrics, which only the machine or cluster
 * itself reaches and which asks for no token.
 */
final class ManagementPort implements ServerWebExchangeMatcher {

    private final Environment environment;

    ManagementPort(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Mono<MatchResult> matches(ServerWebExchange exchange) {
        InetSocketAddress here = exchange.getRequest().getLocalAddress();
        return isActuator(exchange) && here != null && here.getPort() == port()
                ? MatchResult.match()
                : MatchResult.notMatch();
    }

    private static boolean isActuator(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value().startsWith("/actuator/");
    }

    /** Known when the port is open. */
    private int port() {
        return environment.getProperty("local.management.port", Integer.class, -1);
    }
}
