package id.hadir.gateway.rate;

import id.hadir.gateway.rush.Reason;
import id.hadir.gateway.rush.Refusals;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Sends back who asks too often. Everybody is counted by address, but for a token, a session or a
 * ticket that this gateway has seen proven, which is counted by itself, however many share the
 * address: making others up gains nothing. An address that shows wrong ones has few tries, and
 * using them up stops further tries alone.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RateLimits implements WebFilter {

    private final Rates rates;
    private final Refusals refusals;
    private final Pattern trusted;

    RateLimits(Rates rates, Refusals refusals, @Value("${hadir.trusted-proxies}") String trusted) {
        this.rates = rates;
        this.refusals = refusals;
        this.trusted = Pattern.compile(trusted);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        Network network = Network.of(request, trusted);
        if (network == null) {
            return chain.filter(exchange);
        }
        Shown shown = Shown.by(request);
        Quota own = shown == null ? null : rates.ofProven(shown);
        if (own != null) {
            return own.take() ? chain.filter(exchange) : refuse(exchange, Reason.OWN_RATE, own);
        }
        Quota address = rates.of(network);
        if (!address.take()) {
            return refuse(exchange, Reason.ADDRESS_RATE, address);
        }
        if (Verdict.isTry(request, shown)) {
            Quota guesses = rates.guesses(network);
            if (guesses.isUsedUp()) {
                return refuse(exchange, Reason.GUESSING, guesses);
            }
        }
        exchange.getResponse()
                .beforeCommit(() -> Mono.fromRunnable(() -> learn(exchange, shown, network)));
        return chain.filter(exchange);
    }

    private void learn(ServerWebExchange exchange, @Nullable Shown shown, Network network) {
        switch (Verdict.of(exchange, shown)) {
            case RIGHT -> {
                if (shown != null) {
                    rates.prove(shown);
                }
            }
            case WRONG -> rates.guesses(network).take();
            case NONE -> {}
        }
    }

    private Mono<Void> refuse(ServerWebExchange exchange, Reason reason, Quota usedUp) {
        return refusals.refuse(exchange, reason, usedUp.secondsToWait());
    }
}
