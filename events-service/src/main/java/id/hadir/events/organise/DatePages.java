package id.hadir.events.organise;

import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.problem.FieldErrors;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Says how a date was read while the form is still being filled in: a part of the page, for htmx.
 */
@Controller
class DatePages {

    @GetMapping("/panitia/tanggal")
    Mono<Page> read(@RequestParam String field, ServerWebExchange exchange) {
        String typed =
                Objects.requireNonNullElse(
                        exchange.getRequest().getQueryParams().getFirst(field), "");
        FieldErrors errors = new FieldErrors();
        Optional<LocalDate> day = Optional.ofNullable(TypedTime.day(field, typed.strip(), errors));
        FormState state = new FormState(Map.of(field, typed), errors.asList());
        return Mono.just(
                Page.fragment(
                        "organise/dayread", Map.of("form", state, "day", day, "field", field)));
    }
}
