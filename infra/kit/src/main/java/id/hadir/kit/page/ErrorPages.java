package id.hadir.kit.page;

import id.hadir.kit.problem.ProblemPage;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Says to a person what went wrong and what to do next. */
final class ErrorPages implements ProblemPage {

    private final PageWriter writer;

    ErrorPages(PageWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> write(
            ServerWebExchange exchange, HttpStatus status, String title, String detail) {
        Map<String, Object> model =
                Map.of("status", status.value(), "title", title, "detail", detail);
        return writer.showError(exchange, Page.of("kit/error", title, model).status(status));
    }
}
