package id.hadir.attendance.checkin;

import id.hadir.attendance.registration.RegistrationView;
import id.hadir.attendance.registration.RegistrationViews;
import id.hadir.attendance.registration.Verdict;
import id.hadir.kit.id.PathId;
import id.hadir.kit.security.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Guests at the door. */
@RestController
class WalkInApi {

    private final WalkIns walkIns;
    private final RegistrationViews views;

    WalkInApi(WalkIns walkIns, RegistrationViews views) {
        this.walkIns = walkIns;
        this.views = views;
    }

    @PostMapping("/api/events/{eventId}/walk-ins")
    Mono<ResponseEntity<RegistrationView>> admit(
            Actor actor,
            @PathVariable String eventId,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody WalkInRequest request) {
        return walkIns.admit(actor, PathId.of(eventId), request, key)
                .map(Verdict::orThrow)
                .flatMap(views::of)
                .map(RegistrationViews::created);
    }
}
