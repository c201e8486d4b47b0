package id.hadir.events.invitation;

import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.FieldErrors;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Where an office types in the code of its letter and comes to its own link. A wrong code is 422,
 * by which the gateway counts guesses.
 */
@Controller
@RequestMapping("/undangan")
class CodePages {

    private static final String FIELD = "code";

    private final CodeQueries codes;

    CodePages(CodeQueries codes) {
        this.codes = codes;
    }

    @GetMapping
    Mono<Page> form(Words words) {
        return Mono.just(page(FormState.empty(), words));
    }

    @PostMapping
    Mono<Page> open(ServerWebExchange exchange, Words words) {
        return exchange.getFormData()
                .map(FormState::typed)
                .flatMap(
                        form ->
                                Mono.justOrEmpty(InvitationCode.parse(form.value(FIELD)))
                                        .flatMap(codes::link)
                                        .map(Page::redirect)
                                        .switchIfEmpty(
                                                Mono.fromSupplier(() -> wrong(form, words))));
    }

    private static Page wrong(FormState form, Words words) {
        FieldErrors errors = new FieldErrors();
        errors.add(FIELD, form.value(FIELD).isBlank() ? "required" : "unknown-code");
        return page(form.with(errors.asList()), words).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Page page(FormState form, Words words) {
        return Page.of("invitation/code", words.get("code.title"), Map.of("form", form)).secret();
    }
}
