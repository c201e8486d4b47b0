package id.hadir.gateway.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Counts each request by its route and status, and how long it took until the head of its answer
 * went out, however long the rest is. What the gateway answers itself, on its management port too,
 * has the route {@code none}.
 *
 * <p>It stands in for the observations of HTTP, which cost many times as much and are off.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestMeters implements WebFilter {

    private static final Duration[] OBJECTIVES =
            Stream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
                    .map(Duration::ofMillis)
                    .toArray(Duration[]::new);

    private record Kind(String route, int status) {}

    private final MeterRegistry meters;
    private final Map<Kind, Timer> taken = new ConcurrentHashMap<>();

    RequestMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        long since = System.nanoTime();
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> count(exchange, since)));
        return chain.filter(exchange);
    }

    private void count(ServerWebExchange exchange, long since) {
        taken.computeIfAbsent(kind(exchange), this::timer)
                .record(System.nanoTime() - since, TimeUnit.NANOSECONDS);
    }

    private static Kind kind(ServerWebExchange exchange) {
        Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        return new Kind(
                route == null ? "none" : route.getId(), status == null ? 200 : status.value());
    }

    private Timer timer(Kind kind) {
        return Timer.builder("hadir.gateway.requests")
                .description("From a request's arrival to the head of its answer")
                .tag("route", kind.route())
                .tag("status", Integer.toString(kind.status()))
                .serviceLevelObjectives(OBJECTIVES)
                .register(meters);
    }
}
