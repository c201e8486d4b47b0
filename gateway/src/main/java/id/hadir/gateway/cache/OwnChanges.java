package id.hadir.gateway.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.hadir.gateway.signin.ClientAddress;
import java.time.Duration;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Remembers for some seconds from where something was changed: whoever registers and then asks what
 * is left sees the own seat taken.
 */
@Component
class OwnChanges {

    private static final int MOST = 20_000;

    private final Duration remembered;
    private final Cache<String, Long> changes;

    OwnChanges(CacheSettings settings) {
        this.remembered = settings.longest().plus(settings.patience());
        this.changes = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(remembered).build();
    }

    /** Before the answer goes out; an answer that refuses changed nothing. */
    void watch(ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        response.beforeCommit(
                () -> {
                    HttpStatusCode status = response.getStatusCode();
                    if (status == null || !status.is4xxClientError()) {
                        changes.put(ClientAddress.of(exchange.getRequest()), System.nanoTime());
                    }
                    return Mono.empty();
                });
    }

    /**
     * @return by {@link System#nanoTime}; the time from which on changes are remembered when there
     *     was none
     */
    long last(ServerWebExchange exchange) {
        Long at = changes.getIfPresent(ClientAddress.of(exchange.getRequest()));
        return at == null ? System.nanoTime() - remembered.toNanos() : at;
    }
}
