package id.hadir.gateway.edge;

import java.net.InetSocketAddress;
import java.net.URI;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Tells a service under which address the client sees the site. The server has read the headers of
 * a trusted proxy by now; whatever else arrived under these names is gone.
 */
@Component
class ForwardedHeaders implements HttpHeadersFilter, Ordered {

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE; // behind the filter that removes them
    }

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        URI uri = request.getURI();
        InetSocketAddress client = request.getRemoteAddress();
        HttpHeaders headers = HttpHeaders.copyOf(input);
        headers.set("X-Forwarded-Proto", uri.getScheme());
        headers.set("X-Forwarded-Host", uri.getRawAuthority());
        if (client != null) {
            headers.set("X-Forwarded-For", client.getHostString());
        }
        return headers;
    }
}
