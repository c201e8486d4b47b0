package id.hadir.attendance.report;

import id.hadir.kit.id.PathId;
import id.hadir.kit.security.Actor;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/**
 * The totals as Server-Sent Events named {@code totals}; a comment every fifteen seconds keeps the
 * line open.
 */
@RestController
class AttendanceStreamApi {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final AttendanceStream stream;

    AttendanceStreamApi(AttendanceStream stream) {
        this.stream = stream;
    }

    @GetMapping(
            path = "/api/events/{eventId}/attendance/stream",
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Attendance.AsOf>> totals(Actor actor, @PathVariable String eventId) {
        return stream.watch(actor, PathId.of(eventId))
                .map(asOf -> ServerSentEvent.builder(asOf).event("totals").build())
                .publish(
                        totals ->
                                Flux.merge(
                                        totals,
                                        heartbeat()
                                                .takeUntilOther(
                                                        totals.ignoreElements()
                                                                .onErrorComplete())));
    }

    private static Flux<ServerSentEvent<Attendance.AsOf>> heartbeat() {
        return Flux.interval(HEARTBEAT)
                .onBackpressureDrop()
                .map(_ -> ServerSentEvent.<Attendance.AsOf>builder().comment("").build());
    }
}
