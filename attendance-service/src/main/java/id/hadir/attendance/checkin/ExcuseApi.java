package id.hadir.attendance.checkin;

import id.hadir.attendance.eventcopy.Unit;
import id.hadir.kit.id.PathId;
import id.hadir.kit.security.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Excuses of units. */
@RestController
class ExcuseApi {

    private final Excuses excuses;

    ExcuseApi(Excuses excuses) {
        this.excuses = excuses;
    }

    record ExcuseView(Unit unit, String reason, @Nullable String note, Instant recordedAt) {}

    @PostMapping("/api/events/{eventId}/excuses")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ExcuseView> record(
            Actor actor, @PathVariable String eventId, @RequestBody ExcuseRequest request) {
        return excuses.record(actor, PathId.of(eventId), request)
                .map(
                        excuse ->
                                new ExcuseView(
                                        excuse.unit(),
                                        excuse.reason().code(),
                                        excuse.note(),
                                        excuse.recordedAt()));
    }
}
