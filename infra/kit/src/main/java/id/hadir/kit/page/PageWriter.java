package id.hadir.kit.page;

import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.util.DigestUtils;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.HandlerResultHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Draws the {@link Page} that a controller or a filter answers and sends it. */
public final class PageWriter implements HandlerResultHandler, Ordered {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final Templates templates;
    private final Assets assets;
    private final MessageSource texts;
    private final String publicUrl;

    PageWriter(Templates templates, Assets assets, MessageSource texts, String publicUrl) {
        this.templates = templates;
        this.assets = assets;
        this.texts = texts;
        this.publicUrl = publicUrl;
    }

    @Override
    public int getOrder() {
        return 50; // before the handlers of @ResponseBody (100) and of views (last)
    }

    @Override
    public boolean supports(HandlerResult result) {
        ResolvableType type = result.getReturnType();
        return type.resolve() == Mono.class && type.resolveGeneric(0) == Page.class;
    }

    @Override
    public Mono<Void> handleResult(ServerWebExchange exchange, HandlerResult result) {
        if (!(result.getReturnValue() instanceof Mono<?> answer)) {
            return Mono.error(new IllegalStateException("a page controller answered null"));
        }
        return answer.cast(Page.class)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .flatMap(
                        page ->
                                page.isRedirect()
                                        ? redirect(exchange, page)
                                        : write(exchange, page));
    }

    Mono<Void> showError(ServerWebExchange exchange, Page page) {
        return context(exchange)
                .flatMap(context -> send(exchange, templates.inLayout(page, context)));
    }

    public Mono<Void> write(ServerWebExchange exchange, Page page) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(page.status());
        if (page.retryAfter() != null) {
            response.getHeaders()
                    .set(
                            HttpHeaders.RETRY_AFTER,
                            String.valueOf(Math.ceilDiv(page.retryAfter().toMillis(), 1000)));
        }
        return context(exchange)
                .flatMap(
                        context -> {
                            byte[] html =
                                    page.title() == null
                                            ? templates.fragment(page, context)
                                            : templates.inLayout(page, context);
                            return isFresh(exchange, page, context.actor(), html)
                                    ? response.setComplete()
                                    : send(exchange, html);
                        });
    }

    /**
     * A script that sends a form prefers (RFC 7240) only to be told where to go: a browser follows
     * the redirect for it and shows nothing, so that the next page would be fetched twice.
     */
    private static Mono<Void> redirect(ServerWebExchange exchange, Page page) {
        ServerHttpResponse response = exchange.getResponse();
        boolean isMinimal = prefersMinimal(exchange.getRequest());
        response.setStatusCode(isMinimal ? HttpStatus.NO_CONTENT : page.status());
        response.getHeaders().set(HttpHeaders.LOCATION, page.template());
        response.getHeaders().setCacheControl("no-store");
        return response.setComplete();
    }

    private static boolean prefersMinimal(ServerHttpRequest request) {
        return "return=minimal".equals(request.getHeaders().getFirst("Prefer"));
    }

    /** Sets who may keep the page; true when the caller has this very page already. */
    private static boolean isFresh(
            ServerWebExchange exchange, Page page, Actor actor, byte[] html) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        if (page.isSecret()) {
            headers.setCacheControl("no-store");
            headers.set("Referrer-Policy", "no-referrer");
            return false;
        }
        if (page.cacheFor().isZero() || actor.isSignedIn()) {
            headers.setCacheControl("private, no-cache");
            return false;
        }
        headers.setCacheControl("public, max-age=" + page.cacheFor().toSeconds());
        headers.setVary(List.of(HttpHeaders.COOKIE));
        return exchange.checkNotModified("W/\"" + DigestUtils.md5DigestAsHex(html) + "\"");
    }

    private static Mono<Void> send(ServerWebExchange exchange, byte[] html) {
        ServerHttpResponse response = exchange.getResponse();
        response.getHeaders().setContentType(HTML);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(html)));
    }

    private Mono<PageContext> context(ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .ofType(Authentication.class)
                .mapNotNull(Authentication::getPrincipal)
                .ofType(Actor.class)
                .defaultIfEmpty(ReaderFilter.reader(exchange))
                .map(actor -> context(exchange, actor));
    }

    Words words(ServerWebExchange exchange) {
        Locale locale = exchange.getLocaleContext().getLocale();
        return new Words(texts, locale == null ? PageLanguage.INDONESIAN : locale);
    }

    private PageContext context(ServerWebExchange exchange, Actor actor) {
        Words words = words(exchange);
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getPath().value();
        String query = request.getURI().getRawQuery();
        return new PageContext(
                words, actor, path, query == null ? path : path + "?" + query, assets, publicUrl);
    }
}
