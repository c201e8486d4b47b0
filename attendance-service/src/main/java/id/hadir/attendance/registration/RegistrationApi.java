package id.hadir.attendance.registration;

import id.hadir.attendance.registration.RegistrationQueries.Availability;
import id.hadir.kit.id.PathId;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import id.hadir.kit.security.SharedAnswer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Registering in public, and how many seats are left. */
@RestController
@RequestMapping("/api/events/{eventId}")
class RegistrationApi {

    /** How old the seats may be that a crowd is told. */
    private static final Duration SHARED = Duration.ofSeconds(1);

    private final Registering registering;
    private final RegistrationQueries queries;
    private final RegistrationViews views;

    RegistrationApi(Registering registering, RegistrationQueries queries, RegistrationViews views) {
        this.registering = registering;
        this.queries = queries;
        this.views = views;
    }

    @PostMapping("/registrations")
    Mono<ResponseEntity<RegistrationView>> register(
            @PathVariable String eventId,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody RegistrationRequest request) {
        return registering
                .register(PathId.of(eventId), request, key)
                .map(Verdict::orThrow)
                .flatMap(views::of)
                .map(RegistrationViews::created);
    }

    @GetMapping("/availability")
    Mono<ResponseEntity<Availability>> availability(@PathVariable String eventId) {
        return queries.availability(PathId.of(eventId))
                .switchIfEmpty(Mono.error(Problem::notFound))
                .map(
                        seats ->
                                ResponseEntity.ok()
                                        .cacheControl(SharedAnswer.to(Actor.ANYONE, SHARED))
                                        .body(seats));
    }
}
