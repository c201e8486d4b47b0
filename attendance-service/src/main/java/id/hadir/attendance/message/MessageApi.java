package id.hadir.attendance.message;

import id.hadir.kit.id.PathId;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.message.MessageFilter;
import id.hadir.kit.message.MessageLog;
import id.hadir.kit.message.MessageReport;
import id.hadir.kit.security.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What was sent to those who have registered for an event. */
@RestController
class MessageApi {

    private final LostTickets desk;
    private final MessageLog log;

    MessageApi(LostTickets desk, MessageLog log) {
        this.desk = desk;
        this.log = log;
    }

    @GetMapping("/api/events/{eventId}/registrations/messages")
    Mono<MessageReport> list(
            @PathVariable String eventId,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable String channel,
            @RequestParam @Nullable String state,
            PageRequest page,
            Actor actor) {
        MessageFilter filter = MessageFilter.of(kind, channel, state);
        return desk.organised(actor, PathId.of(eventId))
                .flatMap(event -> log.of(event.id(), filter, page));
    }
}
