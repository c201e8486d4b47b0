package id.hadir.gateway.rush;

import id.hadir.kit.problem.Problem;
import java.time.Duration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A request that fails with 408 when its body has not wholly arrived in time. */
final class PromptRequest extends ServerHttpRequestDecorator {

    private final Duration limit;

    PromptRequest(ServerHttpRequest request, Duration limit) {
        super(request);
        this.limit = limit;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        Mono<Void> tooLate =
                Mono.delay(limit)
                        .then(Mono.error(() -> Problem.of(HttpStatus.REQUEST_TIMEOUT, "too-slow")));
        return super.getBody().takeUntilOther(tooLate);
    }
}
