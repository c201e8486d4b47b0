package id.hadir.attendance.checkin;

import id.hadir.attendance.eventcopy.Unit;
import id.hadir.attendance.registration.Registration;
import id.hadir.attendance.registration.Representing;
import id.hadir.kit.id.PathId;
import id.hadir.kit.security.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Scans of a desk, as they happen or later in one batch. */
@RestController
@RequestMapping("/api/events/{eventId}/check-ins")
class CheckInApi {

    private final CheckIn checkIn;

    CheckInApi(CheckIn checkIn) {
        this.checkIn = checkIn;
    }

    /** Who stands there: enough to compare with the person, and nothing more. */
    record HolderView(
            UUID id,
            String name,
            Unit unit,
            @Nullable String position,
            @Nullable Representing representing) {

        static HolderView of(Registration registration) {
            return new HolderView(
                    registration.id(),
                    registration.attendee().name().printed(),
                    registration.unit(),
                    registration.attendee().position(),
                    registration.representing());
        }
    }

    record AnswerView(
            String outcome, @Nullable HolderView registration, @Nullable Instant firstScanAt) {

        static AnswerView of(CheckInAnswer answer) {
            Registration registration = answer.registration();
            return new AnswerView(
                    answer.outcome().code(),
                    registration == null ? null : HolderView.of(registration),
                    answer.firstScanAt());
        }
    }

    record BatchView(List<AnswerView> results) {}

    @PostMapping
    Mono<AnswerView> scan(
            Actor actor, @PathVariable String eventId, @RequestBody ScanRequest request) {
        return checkIn.scan(actor, PathId.of(eventId), request).map(AnswerView::of);
    }

    @PostMapping("/batch")
    Mono<BatchView> batch(
            Actor actor, @PathVariable String eventId, @RequestBody BatchRequest request) {
        return checkIn.scan(actor, PathId.of(eventId), request)
                .map(answers -> new BatchView(answers.stream().map(AnswerView::of).toList()));
    }
}
