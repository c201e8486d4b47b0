package id.hadir.kit.problem;

import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Shows a problem to a person in a browser; the page package has the one that draws HTML. */
@FunctionalInterface
public interface ProblemPage {

    /** Writes the page; status and headers of the response are set already. */
    Mono<Void> write(ServerWebExchange exchange, Problem problem, String title, String detail);
}
