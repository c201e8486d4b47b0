package id.hadir.gateway.signin;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ends a stream of events soon after the sign-in that opened it has ended: a stream goes on for
 * minutes, and who asks for it is looked at once.
 */
@Component
class StreamGuard implements GlobalFilter, Ordered {

    private static final PathPattern STREAMS =
            PathPatternParser.defaultInstance.parse("/api/events/*/attendance/stream");

    private final SignIns signIns;
    private final StreamSettings settings;

    StreamGuard(SignIns signIns, StreamSettings settings) {
        this.signIns = signIns;
        this.settings = settings;
    }

    /** Around the filter that writes the answer. */
    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return STREAMS.matches(exchange.getRequest().getPath().pathWithinApplication())
                ? ended().flatMap(ended -> chain.filter(exchange).takeUntilOther(ended))
                : chain.filter(exchange);
    }

    /** Tells when the sign-in of this request has ended; of a request without one, never. */
    private Mono<Mono<Boolean>> ended() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication())
                .ofType(SignInAuthentication.class)
                .map(this::ended)
                .defaultIfEmpty(Mono.never());
    }

    private Mono<Boolean> ended(SignInAuthentication current) {
        return Flux.interval(settings.askedAgain())
                .onBackpressureDrop()
                .concatMap(_ -> isAlive(current))
                .filter(alive -> !alive)
                .next();
    }

    /** While the database is away nobody is sent out. */
    private Mono<Boolean> isAlive(SignInAuthentication current) {
        return signIns.find(current.signIn().kind(), current.secret())
                .hasElement()
                .onErrorReturn(true);
    }
}
