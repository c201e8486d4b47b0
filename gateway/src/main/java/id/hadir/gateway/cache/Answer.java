package id.hadir.gateway.cache;

import java.time.Duration;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What a service answered, with the headers that the gateway added.
 *
 * @param startedAt when it was asked for, by {@link System#nanoTime}
 * @param freshFor from then on; zero when it is for the one who asked alone
 */
record Answer(
        long startedAt,
        Duration freshFor,
        HttpStatusCode status,
        HttpHeaders headers,
        byte[] body) {

    /** Roughly what an entry takes besides its body. */
    private static final int ENVELOPE = 2048;

    static Answer of(
            RecordedResponse response, PublicRequest asked, long startedAt, Duration longest) {
        HttpStatusCode status = Objects.requireNonNullElse(response.getStatusCode(), HttpStatus.OK);
        HttpHeaders headers = HttpHeaders.copyOf(response.getHeaders());
        Duration allowed =
                asked.isForEventPage() && status.isSameCodeAs(HttpStatus.NOT_FOUND)
                        ? Sharing.ofMissingPage(headers)
                        : Sharing.of(status, headers);
        if (!status.isSameCodeAs(HttpStatus.NO_CONTENT)) {
            headers.setContentLength(response.body().length);
        }
        return new Answer(
                startedAt,
                allowed.compareTo(longest) < 0 ? allowed : longest,
                status,
                headers,
                response.body());
    }

    boolean isForEverybody() {
        return freshFor.isPositive();
    }

    boolean isFailure() {
        return status.is5xxServerError();
    }

    /** Fresh for whoever changed something last at that moment, and must see it. */
    boolean isFreshAfter(long change, long now) {
        return startedAt - change > 0 && now - startedAt < freshFor.toNanos();
    }

    int weight() {
        return body.length + ENVELOPE;
    }

    Answer orLater(Answer other) {
        return other.startedAt - startedAt > 0 ? other : this;
    }

    Mono<Void> sendTo(ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(status);
        response.getHeaders().putAll(headers);
        if (isForEverybody()) {
            long age = Duration.ofNanos(System.nanoTime() - startedAt).toSeconds();
            response.getHeaders().set("Age", Long.toString(age));
        }
        if (isKnownTo(exchange)) {
            response.getHeaders().clearContentHeaders();
            return response.setComplete();
        }
        return HttpMethod.HEAD.equals(exchange.getRequest().getMethod())
                ? response.setComplete()
                : response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    /**
     * By a weak tag, which stands for what a page shows. A strong one is the version to change an
     * event by, and an event is completed by the clock without becoming another version.
     */
    private boolean isKnownTo(ServerWebExchange exchange) {
        String tag = headers.getETag();
        return status.isSameCodeAs(HttpStatus.OK)
                && tag != null
                && tag.startsWith("W/")
                && exchange.checkNotModified(tag);
    }
}
