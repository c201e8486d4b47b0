package id.hadir.gateway.rush;

import id.hadir.gateway.signin.SameSiteFilter;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.PageWriter;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.problem.ProblemHandler;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Sends requests back at the lowest cost: before sign-in, routes and headers, programs with a body
 * that was written once, at the start. A person gets a page to come again with; a form of a
 * registration or a ticket is in it as it was typed, and sends itself.
 */
@Component
public class Refusals {

    private static final Locale INDONESIAN = Locale.of("id");

    /** More than any form for people makes; a longer one is not taken in. */
    private static final int LONGEST_FORM = 16 * 1024;

    /** The forms that are sent again as they were typed; another one may hold a password. */
    private static final List<PathPattern> SENT_AGAIN =
            Stream.of("/kegiatan/*/daftar", "/tiket/*/*", "/materi/*/tiket/*/*")
                    .map(PathPatternParser.defaultInstance::parse)
                    .toList();

    private record Prepared(byte[] indonesian, byte[] english, Counter refused) {}

    private final Map<Reason, Prepared> prepared = new EnumMap<>(Reason.class);
    private final PageWriter pages;
    private final MessageSource messages;
    private final Duration patience;

    Refusals(
            ProblemHandler problems,
            PageWriter pages,
            MessageSource messages,
            RushSettings settings,
            MeterRegistry meters) {
        this.pages = pages;
        this.messages = messages;
        this.patience = settings.body();
        for (Reason reason : Reason.values()) {
            Problem problem = Problem.of(reason.status(), reason.code());
            prepared.put(
                    reason,
                    new Prepared(
                            problems.document(problem, INDONESIAN),
                            problems.document(problem, Locale.ENGLISH),
                            Counter.builder("hadir.gateway.refused")
                                    .description("Requests sent back before any service saw them")
                                    .tag("reason", reason.label())
                                    .register(meters)));
        }
    }

    /**
     * @param seconds after which to come again
     */
    public Mono<Void> refuse(ServerWebExchange exchange, Reason reason, int seconds) {
        Prepared answer = Objects.requireNonNull(prepared.get(reason));
        answer.refused().increment();
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(reason.status());
        HttpHeaders headers = response.getHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Integer.toString(seconds));
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        if (isForPeople(exchange.getRequest().getPath().value())) {
            return page(exchange, reason, seconds);
        }
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        boolean isEnglish = language(exchange).getLanguage().equals("en");
        byte[] document = isEnglish ? answer.english() : answer.indonesian();
        headers.setContentLength(document.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(document)));
    }

    private static boolean isForPeople(String path) {
        return !path.startsWith("/api/") && !path.startsWith("/aset/");
    }

    private Mono<Void> page(ServerWebExchange exchange, Reason reason, int seconds) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        if (loadsAgain(exchange)) {
            headers.set("Refresh", Integer.toString(seconds));
        }
        return typed(exchange)
                .flatMap(fields -> pages.write(exchange, page(exchange, reason, seconds, fields)));
    }

    private static boolean loadsAgain(ServerWebExchange exchange) {
        return HttpMethod.GET.equals(exchange.getRequest().getMethod());
    }

    private Page page(
            ServerWebExchange exchange,
            Reason reason,
            int seconds,
            MultiValueMap<String, String> fields) {
        Locale language = language(exchange);
        String title = text(reason, "title", language);
        return Page.of(
                        "rush/again",
                        title,
                        Map.of(
                                "heading",
                                title,
                                "detail",
                                text(reason, "detail", language),
                                "resend",
                                Resend.of(fields, seconds),
                                "loadsAgain",
                                loadsAgain(exchange)))
                .status(reason.status())
                .asset("gateway/again.js")
                .secret();
    }

    /**
     * Nothing where no such form arrived in time; what another site sent is not sent again here.
     */
    private Mono<MultiValueMap<String, String>> typed(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        HttpHeaders headers = request.getHeaders();
        long length = headers.getContentLength();
        PathContainer path = request.getPath().pathWithinApplication();
        boolean isOurForm =
                HttpMethod.POST.equals(request.getMethod())
                        && SENT_AGAIN.stream().anyMatch(form -> form.matches(path))
                        && length > 0
                        && length <= LONGEST_FORM
                        && MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(
                                headers.getContentType())
                        && !SameSiteFilter.isOfAnotherSite(request);
        Mono<MultiValueMap<String, String>> nothing = Mono.just(new LinkedMultiValueMap<>());
        return isOurForm ? exchange.getFormData().timeout(patience, nothing) : nothing;
    }

    private String text(Reason reason, String part, Locale language) {
        String key = "problem." + reason.code() + "." + part;
        return String.valueOf(messages.getMessage(key, null, reason.code(), language));
    }

    private static Locale language(ServerWebExchange exchange) {
        Locale locale = exchange.getLocaleContext().getLocale();
        return locale == null ? INDONESIAN : locale;
    }
}
