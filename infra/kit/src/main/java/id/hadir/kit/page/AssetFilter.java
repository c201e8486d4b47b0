package id.hadir.kit.page;

import id.hadir.kit.page.Assets.Asset;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Serves {@link Assets} before sign-in is looked at: they are the same for everybody. What this
 * process does not have passes on, so that the gateway can route it.
 */
final class AssetFilter implements WebFilter {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Assets assets;

    AssetFilter(Assets assets) {
        this.assets = assets;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getPath().value();
        Asset asset =
                READING.contains(request.getMethod()) && path.startsWith("/aset/")
                        ? assets.find(path)
                        : null;
        return asset == null ? chain.filter(exchange) : send(asset, exchange);
    }

    private static Mono<Void> send(Asset asset, ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        ServerHttpResponse response = exchange.getResponse();
        HttpHeaders headers = response.getHeaders();
        boolean isCurrent = asset.url().equals(request.getPath().value());
        headers.setCacheControl(isCurrent ? "public, max-age=31536000, immutable" : "no-cache");
        headers.setVary(List.of(HttpHeaders.ACCEPT_ENCODING));
        headers.setContentType(asset.type());
        byte[] body = asset.content();
        String encodings = request.getHeaders().getFirst(HttpHeaders.ACCEPT_ENCODING);
        if (asset.gzipped() != null && encodings != null && encodings.contains("gzip")) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
            body = asset.gzipped();
        }
        headers.setContentLength(body.length);
        response.setStatusCode(HttpStatus.OK);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
