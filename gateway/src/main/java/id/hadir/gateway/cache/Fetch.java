package id.hadir.gateway.cache;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import reactor.core.publisher.Flux;

/**
 * One request on behalf of everybody: it takes the usual way to the service, and hangs on nobody's
 * connection.
 */
final class Fetch extends ServerWebExchangeDecorator {

    private final Map<String, Object> attributes;
    private final ServerHttpRequest request;
    private final RecordedResponse response;

    Fetch(ServerWebExchange first, PublicRequest asked, int largest) {
        super(first);
        this.attributes = new ConcurrentHashMap<>(first.getAttributes());
        this.request = new Request(first.getRequest(), asked);
        this.response = new RecordedResponse(largest);
    }

    RecordedResponse recorded() {
        return response;
    }

    @Override
    public ServerHttpRequest getRequest() {
        return request;
    }

    @Override
    public ServerHttpResponse getResponse() {
        return response;
    }

    @Override
    public Map<String, Object> getAttributes() {
        return attributes;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T getAttribute(String name) {
        return (T) attributes.get(name);
    }

    private static final class Request extends ServerHttpRequestDecorator {

        private final HttpHeaders headers;
        private final MultiValueMap<String, HttpCookie> cookies = new LinkedMultiValueMap<>();

        Request(ServerHttpRequest first, PublicRequest asked) {
            super(first);
            this.headers = HttpHeaders.readOnlyHttpHeaders(asked.headers());
            HttpCookie language = asked.languageCookie();
            cookies.add(language.getName(), language);
        }

        @Override
        public HttpMethod getMethod() {
            return HttpMethod.GET;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public MultiValueMap<String, HttpCookie> getCookies() {
            return cookies;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return Flux.empty();
        }
    }
}
