package id.hadir.kit.page;

import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * {@code GET /bahasa?ke=id|en&kembali=/path}: remembers the language for a year and goes back. It
 * is a filter, so that the gateway answers it too, without a route.
 */
final class LanguageSwitch implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (!request.getPath().value().equals("/bahasa")
                || !HttpMethod.GET.equals(request.getMethod())) {
            return chain.filter(exchange);
        }
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatus.SEE_OTHER);
        String tag = request.getQueryParams().getFirst("ke");
        response.addCookie(PageLanguage.cookie(request, tag));
        response.getHeaders().setCacheControl("no-store");
        String back = LocalPath.orElse(request.getQueryParams().getFirst("kembali"), "/");
        response.getHeaders().setLocation(URI.create(back));
        return response.setComplete();
    }
}
