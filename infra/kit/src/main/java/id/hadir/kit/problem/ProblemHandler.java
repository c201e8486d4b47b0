package id.hadir.kit.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers every failure: programs get RFC 9457 problem details, people an error page. Never a stack
 * trace, a class name or SQL; what is unexpected goes to the log instead.
 */
@Order(-2)
public class ProblemHandler implements ErrorWebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private final MessageSource messages;
    private final JsonMapper json;
    private final @Nullable ProblemPage page;

    ProblemHandler(MessageSource messages, JsonMapper json, @Nullable ProblemPage page) {
        this.messages = messages;
        this.json = json;
        this.page = page;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        Problem problem = ProblemTranslation.translate(failure);
        if (problem.status() == HttpStatus.INTERNAL_SERVER_ERROR) {
            log.error("{} {}", exchange.getRequest().getMethod(), pathPattern(exchange), failure);
        }
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        response.setStatusCode(problem.status());
        HttpHeaders headers = response.getHeaders();
        headers.remove(HttpHeaders.ETAG);
        headers.setCacheControl("no-store");
        if (problem.retryAfter() != null) {
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(problem)));
        }
        if (problem.status() == HttpStatus.UNAUTHORIZED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        Locale locale = exchange.getLocaleContext().getLocale();
        Locale language = locale == null ? Locale.of("id") : locale;
        if (page != null && !isForPrograms(exchange)) {
            return page.write(
                    exchange,
                    problem,
                    text(problem, "title", language),
                    text(problem, "detail", language));
        }
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return response.writeWith(
                Mono.just(response.bufferFactory().wrap(document(problem, language))));
    }

    /** The problem as a program is told of it: a JSON document of RFC 9457. */
    public byte[] document(Problem problem, Locale language) {
        return json.writeValueAsBytes(body(problem, language));
    }

    private Map<String, Object> body(Problem problem, Locale language) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:hadir:problem:" + problem.code());
        body.put("title", text(problem, "title", language));
        body.put("status", problem.status().value());
        body.put("detail", text(problem, "detail", language));
        body.put("code", problem.code());
        body.putAll(problem.members());
        if (!problem.errors().isEmpty()) {
            body.put("errors", problem.errors().stream().map(e -> error(e, language)).toList());
        }
        return body;
    }

    private Map<String, Object> error(FieldError error, Locale language) {
        String message =
                messages.getMessage(
                        "field." + error.code(), error.args().toArray(), error.code(), language);
        return Map.of(
                "field", error.field(),
                "code", error.code(),
                "message", String.valueOf(message));
    }

    private String text(Problem problem, String part, Locale language) {
        String key = "problem." + problem.code() + "." + part;
        return String.valueOf(messages.getMessage(key, problem.args(), problem.code(), language));
    }

    private static long seconds(Problem problem) {
        return problem.retryAfter() == null
                ? 0
                : Math.max(1, (problem.retryAfter().toMillis() + 999) / 1000);
    }

    /** Somebody may also follow a link to a file's content; browsers ask for HTML by name. */
    private static boolean isForPrograms(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        return List.of("/api/", "/feeds/", "/actuator/", "/health").stream()
                        .anyMatch(path::startsWith)
                && !(path.endsWith("/content") && isBrowsing(exchange.getRequest()));
    }

    private static boolean isBrowsing(ServerHttpRequest request) {
        String accept = request.getHeaders().getFirst(HttpHeaders.ACCEPT);
        return request.getMethod() == HttpMethod.GET
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    /** The pattern of the handler, since a path may hold a ticket code. */
    private static Object pathPattern(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(
                "org.springframework.web.reactive.HandlerMapping.bestMatchingPattern", "unmapped");
    }
}
