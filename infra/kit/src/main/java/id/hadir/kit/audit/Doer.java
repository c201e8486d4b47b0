package id.hadir.kit.audit;

import id.hadir.kit.security.Actor;
import id.hadir.kit.security.ActorArgument;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.filter.reactive.ServerWebExchangeContextFilter;
import reactor.core.publisher.Mono;

/**
 * Who does something, and from where.
 *
 * @param address null without a request
 */
record Doer(String name, String role, @Nullable String address) {

    /** What nobody asked for: a job, or the first start. */
    static final Doer HADIR = new Doer("hadir", "system", null);

    /**
     * Of the request that is being served.
     *
     * @param atTheEdge {@link AuditSettings#atTheEdge}
     */
    static Mono<Doer> current(boolean atTheEdge) {
        return Mono.deferContextual(
                context -> {
                    String address =
                            ServerWebExchangeContextFilter.getExchange(context)
                                    .map(exchange -> address(exchange.getRequest(), atTheEdge))
                                    .orElse(null);
                    return ActorArgument.current().map(actor -> of(actor, address));
                });
    }

    static Doer of(Actor actor, @Nullable String address) {
        return new Doer(actor.username(), actor.role().code(), address);
    }

    /**
     * Only the gateway's requests come as far as this, and it tells the client's address itself.
     */
    private static @Nullable String address(ServerHttpRequest request, boolean atTheEdge) {
        String told = atTheEdge ? null : request.getHeaders().getFirst("X-Forwarded-For");
        InetSocketAddress remote = request.getRemoteAddress();
        return told != null || remote == null ? told : remote.getHostString();
    }
}
