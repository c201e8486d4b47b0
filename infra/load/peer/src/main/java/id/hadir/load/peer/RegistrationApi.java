package id.hadir.load.peer;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RegistrationApi {

    private final Registering registering;

    RegistrationApi(Registering registering) {
        this.registering = registering;
    }

    @PostMapping("/api/events/{eventId}/registrations")
    ResponseEntity<?> register(
            @PathVariable UUID eventId, @RequestBody RegistrationRequest request) {
        FieldErrors errors = new FieldErrors();
        Applicant applicant = request.read(errors);
        if (!errors.asList().isEmpty()) {
            return problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", errors.asList());
        }
        return switch (registering.register(eventId, applicant)) {
            case Outcome.Registered(RegistrationView view) ->
                    ResponseEntity.created(URI.create("/api/registrations/" + view.ticket().code()))
                            .cacheControl(CacheControl.noStore())
                            .body(view);
            case Outcome.Refused(HttpStatus status, String code) ->
                    problem(status, code, List.of());
        };
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpStatus status, String code, List<FieldErrors.FieldError> errors) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setProperty("code", code);
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return ResponseEntity.of(problem).build();
    }
}
