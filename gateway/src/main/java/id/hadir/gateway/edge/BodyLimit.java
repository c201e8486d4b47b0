package id.hadir.gateway.edge;

import id.hadir.kit.problem.Problem;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Refuses a body that is too large: at once when its length is announced, else at the byte that is
 * too many. It runs behind the security filters, so that the refusal has their headers.
 */
@Component
@Order(0)
class BodyLimit implements WebFilter {

    /** A multipart request holds fields and boundaries besides the file. */
    private static final DataSize ENVELOPE = DataSize.ofKilobytes(64);

    /**
     * Most clients read no answer before they have sent everything, and a closed connection would
     * look like a failure of the network; so what is too much is taken in and dropped, as far as a
     * film that someone takes for a slide.
     */
    private static final DataSize READ_AND_DROPPED = DataSize.ofGigabytes(4);

    private record Rule(PathPattern path, long bytes) {}

    private final List<Rule> rules;
    private final long normal;

    BodyLimit(LimitSettings settings) {
        long material = settings.material().toBytes() + ENVELOPE.toBytes();
        long importFile = settings.importFile().toBytes() + ENVELOPE.toBytes();
        this.normal = settings.normal().toBytes();
        this.rules =
                List.of(
                        rule("/api/events/*/materials", material),
                        rule("/api/materials/*/content", material),
                        rule("/materi/**", material),
                        rule("/api/units/import", importFile),
                        rule("/api/events/*/registrations/import", importFile),
                        rule("/panitia/**", importFile));
    }

    private static Rule rule(String path, long bytes) {
        return new Rule(PathPatternParser.defaultInstance.parse(path), bytes);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        long announced = headers.getContentLength();
        if (announced <= 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return chain.filter(exchange);
        }
        long limit = limit(exchange.getRequest().getPath().pathWithinApplication());
        if (announced > limit) {
            if (announced > limit + READ_AND_DROPPED.toBytes()) {
                exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
            }
            return Mono.error(tooLarge());
        }
        return announced > 0
                ? chain.filter(exchange) // the server reads no more than was announced
                : chain.filter(
                        exchange.mutate().request(counting(exchange.getRequest(), limit)).build());
    }

    private long limit(PathContainer path) {
        return rules.stream()
                .filter(rule -> rule.path().matches(path))
                .findFirst()
                .map(Rule::bytes)
                .orElse(normal);
    }

    private static ServerHttpRequest counting(ServerHttpRequest request, long limit) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                AtomicLong seen = new AtomicLong();
                return super.getBody()
                        .handle(
                                (buffer, sink) -> {
                                    if (seen.addAndGet(buffer.readableByteCount()) > limit) {
                                        DataBufferUtils.release(buffer);
                                        sink.error(tooLarge());
                                    } else {
                                        sink.next(buffer);
                                    }
                                });
            }
        };
    }

    private static Problem tooLarge() {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large");
    }
}
