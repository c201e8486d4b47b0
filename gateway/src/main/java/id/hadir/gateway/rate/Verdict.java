package id.hadir.gateway.rate;

import id.hadir.gateway.signin.SignedIn;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** What an answer tells of the token, session or ticket that was shown for it. */
enum Verdict {
    RIGHT,
    WRONG,
    NONE;

    /** Where the code of a ticket or of an invitation is typed in by hand. */
    private static final List<PathPattern> TYPED_IN =
            Stream.of("/tiket", "/undangan").map(PathPatternParser.defaultInstance::parse).toList();

    /** Where a ticket is asked for by a contact: each time a try, since no answer tells. */
    private static final List<PathPattern> ASKED_FOR =
            Stream.of("/tiket/hilang", "/api/events/*/tickets/resend")
                    .map(PathPatternParser.defaultInstance::parse)
                    .toList();

    /** What only a holder reads; elsewhere others are answered too. */
    private static final List<String> HOLDERS_ONLY = List.of("/tiket/", "/api/registrations/");

    private static final List<HttpStatus> UNKNOWN_TICKET =
            List.of(HttpStatus.UNAUTHORIZED, HttpStatus.FORBIDDEN, HttpStatus.NOT_FOUND);

    /** Whether somebody tries a ticket or a token; a wrong session just means "nobody". */
    static boolean isTry(ServerHttpRequest request, @Nullable Shown shown) {
        return isTypedIn(request)
                || isAskedFor(request)
                || (shown != null && shown.kind() != Shown.Kind.SESSION);
    }

    /** Of an answer that is about to go out. */
    static Verdict of(ServerWebExchange exchange, @Nullable Shown shown) {
        ServerHttpRequest request = exchange.getRequest();
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        if (shown != null && isProven(shown, exchange, status)) {
            return RIGHT;
        }
        return isTry(request, shown) && isWrong(request, shown, status) ? WRONG : NONE;
    }

    private static boolean isProven(
            Shown shown, ServerWebExchange exchange, @Nullable HttpStatusCode status) {
        return switch (shown.kind()) {
            case TOKEN, SESSION -> SignedIn.is(exchange);
            case TICKET -> isForHolder(exchange.getRequest()) && isSuccess(status);
        };
    }

    private static boolean isSuccess(@Nullable HttpStatusCode status) {
        return status != null && status.is2xxSuccessful();
    }

    private static boolean isForHolder(ServerHttpRequest request) {
        String path = request.getPath().pathWithinApplication().value();
        return HttpMethod.GET.equals(request.getMethod())
                && HOLDERS_ONLY.stream().anyMatch(path::startsWith);
    }

    private static boolean isWrong(
            ServerHttpRequest request, @Nullable Shown shown, @Nullable HttpStatusCode status) {
        if (isAskedFor(request)) {
            return true;
        }
        if (isTypedIn(request)) {
            return HttpStatus.UNPROCESSABLE_CONTENT.equals(status);
        }
        return shown != null && shown.kind() == Shown.Kind.TOKEN
                ? HttpStatus.UNAUTHORIZED.equals(status)
                : UNKNOWN_TICKET.stream().anyMatch(unknown -> unknown.equals(status));
    }

    private static boolean isAskedFor(ServerHttpRequest request) {
        return HttpMethod.POST.equals(request.getMethod())
                && ASKED_FOR.stream()
                        .anyMatch(path -> path.matches(request.getPath().pathWithinApplication()));
    }

    private static boolean isTypedIn(ServerHttpRequest request) {
        return HttpMethod.POST.equals(request.getMethod())
                && TYPED_IN.stream()
                        .anyMatch(path -> path.matches(request.getPath().pathWithinApplication()));
    }
}
