package id.hadir.gateway.cache;

import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.AbstractServerHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A response to nobody's connection: what the filters and the service write is kept. */
final class RecordedResponse extends AbstractServerHttpResponse {

    private final int largest;
    private volatile byte[] body = new byte[0];

    RecordedResponse(int largest) {
        super(DefaultDataBufferFactory.sharedInstance);
        this.largest = largest;
    }

    byte[] body() {
        return body;
    }

    @Override
    protected Mono<Void> writeWithInternal(Publisher<? extends DataBuffer> buffers) {
        return DataBufferUtils.join(buffers, largest).doOnNext(this::keep).then();
    }

    private void keep(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        body = bytes;
    }

    @Override
    protected Mono<Void> writeAndFlushWithInternal(
            Publisher<? extends Publisher<? extends DataBuffer>> buffers) {
        return writeWithInternal(Flux.from(buffers).concatMap(Function.identity()));
    }

    @Override
    protected void applyStatusCode() {}

    @Override
    protected void applyHeaders() {}

    @Override
    protected void applyCookies() {
        getCookies()
                .values()
                .forEach(
                        cookies ->
                                cookies.forEach(
                                        cookie ->
                                                getHeaders()
                                                        .add(
                                                                HttpHeaders.SET_COOKIE,
                                                                cookie.toString())));
    }

    @Override
    public <T> T getNativeResponse() {
        throw new IllegalStateException("there is no connection");
    }
}
