package id.hadir.events.message;

import id.hadir.events.event.EventCatalogue;
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

/** What was sent to the offices on an event's roster. */
@RestController
class MessageApi {

    private final EventCatalogue events;
    private final MessageLog log;

    MessageApi(EventCatalogue events, MessageLog log) {
        this.events = events;
        this.log = log;
    }

    @GetMapping("/api/events/{id}/messages")
    Mono<MessageReport> list(
            @PathVariable String id,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable String channel,
            @RequestParam @Nullable String state,
            PageRequest page,
            Actor actor) {
        MessageFilter filter = MessageFilter.of(kind, channel, state);
        return events.findOwn(id, actor).flatMap(event -> log.of(event.id(), filter, page));
    }
}
