package id.hadir.gateway.edge;

import id.hadir.kit.problem.Problem;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.cloud.gateway.support.TimeoutException;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/**
 * A service that is down, full or silent is an answer to the caller, not an error of the gateway.
 */
@Component
class Outage implements GlobalFilter, Ordered {

    private static final Logger log = LoggerFactory.getLogger(Outage.class);
    private static final Duration BACK_OFF = Duration.ofSeconds(5);

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange).onErrorMap(failure -> explain(exchange, failure));
    }

    private static Throwable explain(ServerWebExchange exchange, Throwable failure) {
        Problem problem = problem(failure);
        if (problem == null) {
            return failure;
        }
        if (problem.status().is5xxServerError()) {
            Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
            log.warn("{}: {}", route == null ? "no route" : route.getUri(), failure.toString());
        }
        return problem;
    }

    private static @Nullable Problem problem(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case Problem problem -> {
                    return problem; // such as a body that grew too large on its way
                }
                case PoolAcquirePendingLimitException _, PoolAcquireTimeoutException _ -> {
                    return Problem.overloaded(BACK_OFF);
                }
                case TimeoutException _ -> {
                    return Problem.of(HttpStatus.GATEWAY_TIMEOUT, "timed-out");
                }
                case IOException _ -> {
                    return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable")
                            .retryAfter(BACK_OFF);
                }
                default -> {}
            }
        }
        return null;
    }
}
