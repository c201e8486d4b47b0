package id.hadir.attendance.registration;

import id.hadir.kit.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The holder's own registration; the code in the path is the credential. */
@RestController
@RequestMapping("/api/registrations/{code}")
class TicketApi {

    private final TicketHolder holder;
    private final RegistrationViews views;

    TicketApi(TicketHolder holder, RegistrationViews views) {
        this.holder = holder;
        this.views = views;
    }

    @GetMapping
    Mono<ResponseEntity<RegistrationView>> show(@PathVariable String code) {
        return holder.find(code)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .flatMap(views::of)
                .map(RegistrationViews::ok);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> cancel(@PathVariable String code) {
        return holder.cancel(code)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .map(Verdict::orThrow)
                .then();
    }

    @PostMapping("/substitute")
    Mono<ResponseEntity<RegistrationView>> substitute(
            @PathVariable String code,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody SubstituteRequest request) {
        return holder.substitute(code, request, key)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .map(Verdict::orThrow)
                .flatMap(views::of)
                .map(RegistrationViews::ok);
    }
}
