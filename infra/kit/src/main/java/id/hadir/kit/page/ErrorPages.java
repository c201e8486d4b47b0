package id.hadir.kit.page;

import id.hadir.kit.problem.Problem;
import id.hadir.kit.problem.ProblemPage;
import java.util.Map;
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
            ServerWebExchange exchange, Problem problem, String title, String detail) {
        Map<String, Object> model =
                Map.of("status", problem.status().value(), "title", title, "detail", detail);
        return UnsentForm.of(exchange, problem)
                .map(unsent -> Page.of("kit/unsent", title, Map.of("unsent", unsent)))
                .defaultIfEmpty(Page.of("kit/error", title, model))
                .flatMap(page -> writer.showError(exchange, page.status(problem.status())));
    }
}
