package id.hadir.gateway.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.hadir.gateway.signin.ClientAddress;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPattern.PathMatchInfo;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Remembers for some seconds from where something was changed: whoever registers and then asks what
 * is left sees the own seat taken. What happens at one event's doors counts for that event alone,
 * as it is named in the path, so that a hall that registers leaves the others their answers.
 */
@Component
class OwnChanges {

    private static final int MOST = 20_000;

    private static final String ALL = "";
    private static final List<PathPattern> AT_THE_DOORS =
            List.of(
                    path("/api/events/{event}/registrations/**"),
                    path("/api/events/{event}/check-ins/**"),
                    path("/api/events/{event}/walk-ins/**"),
                    path("/api/events/{event}/excuses/**"),
                    path("/kegiatan/{event}/daftar/**"),
                    path("/presensi/{event}/**"));
    private static final List<PathPattern> OF_AN_EVENT =
            List.of(path("/api/events/{event}/**"), path("/kegiatan/{event}/**"));

    /**
     * @param event by id or slug, or {@link #ALL}
     */
    private record Place(String address, String event) {}

    private final Duration remembered;
    private final Cache<Place, Long> changes;

    OwnChanges(CacheSettings settings) {
        this.remembered = settings.longest().plus(settings.patience());
        this.changes = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(remembered).build();
    }

    private static PathPattern path(String path) {
        return PathPatternParser.defaultInstance.parse(path);
    }

    /** Before the answer goes out; an answer that refuses or fails changed nothing. */
    void watch(ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        response.beforeCommit(
                () -> {
                    HttpStatusCode status = response.getStatusCode();
                    if (status == null || !status.isError()) {
                        changes.put(place(exchange, AT_THE_DOORS), System.nanoTime());
                    }
                    return Mono.empty();
                });
    }

    /**
     * @return by {@link System#nanoTime}; the time from which on changes are remembered when there
     *     was none
     */
    long last(ServerWebExchange exchange) {
        Place asked = place(exchange, OF_AN_EVENT);
        long never = System.nanoTime() - remembered.toNanos();
        return later(at(asked, never), at(new Place(asked.address(), ALL), never));
    }

    private long at(Place place, long never) {
        Long at = changes.getIfPresent(place);
        return at == null ? never : at;
    }

    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }

    private static Place place(ServerWebExchange exchange, List<PathPattern> patterns) {
        ServerHttpRequest request = exchange.getRequest();
        String address = ClientAddress.of(request);
        for (PathPattern pattern : patterns) {
            PathMatchInfo found =
                    pattern.matchAndExtract(request.getPath().pathWithinApplication());
            if (found != null) {
                return new Place(address, found.getUriVariables().getOrDefault("event", ALL));
            }
        }
        return new Place(address, ALL);
    }
}
