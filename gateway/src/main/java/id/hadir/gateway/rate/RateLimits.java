package id.hadir.gateway.rate;

import id.hadir.gateway.rush.Reason;
import id.hadir.gateway.rush.Refusals;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Sends back who asks too often. Whoever shows a token, a session, a ticket or an invitation is
 * counted by that, however many share the address; only the first time it is at the address's
 * expense, so that making up others gains nothing. An address that shows wrong ones has few tries.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RateLimits implements WebFilter {

    /** Where a ticket's code is typed in by hand. */
    private static final String TYPED_IN = "/tiket";

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
        Network network = Network.of(request.getRemoteAddress(), trusted);
        if (network == null) {
            return chain.filter(exchange);
        }
        Shown shown = Shown.by(request);
        Bucket own = shown == null ? null : rates.ifKnown(shown);
        if (own == null) {
            Bucket address = rates.of(network);
            if (!address.tryConsume(1)) {
                return refuse(exchange, Reason.ADDRESS_RATE, address);
            }
        }
        boolean isTypedIn = isTypedIn(request);
        if (isTypedIn || (shown != null && own == null)) {
            Bucket guesses = rates.guesses(network);
            if (guesses.getAvailableTokens() == 0) {
                return refuse(exchange, Reason.GUESSING, guesses);
            }
            HttpStatus wrong = isTypedIn ? HttpStatus.UNPROCESSABLE_CONTENT : wrong(request, shown);
            watch(exchange, wrong, guesses);
        }
        Bucket counted = shown == null ? null : rates.of(shown);
        return counted == null || counted.tryConsume(1)
                ? chain.filter(exchange)
                : refuse(exchange, Reason.OWN_RATE, counted);
    }

    /**
     * The answer by which a service says that what was shown is unknown; null where it says so in
     * no way of its own. Shown again, the same is no further guess.
     */
    private static @Nullable HttpStatus wrong(ServerHttpRequest request, @Nullable Shown shown) {
        if (shown != null && shown.kind() == Shown.Kind.ACCOUNT) {
            return HttpStatus.UNAUTHORIZED;
        }
        String path = request.getPath().value();
        return path.startsWith("/tiket/") || path.startsWith("/api/registrations/")
                ? HttpStatus.NOT_FOUND
                : null;
    }

    private static void watch(
            ServerWebExchange exchange, @Nullable HttpStatus wrong, Bucket guesses) {
        ServerHttpResponse response = exchange.getResponse();
        response.beforeCommit(
                () -> {
                    if (wrong != null && wrong.equals(response.getStatusCode())) {
                        guesses.tryConsume(1);
                    }
                    return Mono.empty();
                });
    }

    private static boolean isTypedIn(ServerHttpRequest request) {
        return HttpMethod.POST.equals(request.getMethod())
                && request.getPath().value().equals(TYPED_IN);
    }

    private Mono<Void> refuse(ServerWebExchange exchange, Reason reason, Bucket empty) {
        long wait = empty.estimateAbilityToConsume(1).getNanosToWaitForRefill();
        return refusals.refuse(exchange, reason, (int) Duration.ofNanos(wait).toSeconds() + 1);
    }
}
