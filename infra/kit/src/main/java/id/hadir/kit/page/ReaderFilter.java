package id.hadir.kit.page;

import id.hadir.kit.security.Actor;
import id.hadir.kit.security.ActorArgument;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Remembers who reads: an error page is drawn outside the security filters, where nobody is signed
 * in any more.
 */
final class ReaderFilter implements WebFilter {

    private static final String READER = ReaderFilter.class.getName();

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return ActorArgument.current()
                .doOnNext(actor -> exchange.getAttributes().put(READER, actor))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }

    static Actor reader(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(READER, Actor.ANYONE);
    }
}
