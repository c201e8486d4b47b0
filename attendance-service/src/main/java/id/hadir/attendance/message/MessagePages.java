package id.hadir.attendance.message;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventQueries;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.message.Courier;
import id.hadir.kit.message.MessageFilter;
import id.hadir.kit.message.MessageLog;
import id.hadir.kit.message.MessageReport;
import id.hadir.kit.message.MessagesView;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/** What was sent to those who have registered for an event, for its organiser. */
@Controller
class MessagePages {

    private final LostTickets desk;
    private final EventQueries events;
    private final MessageLog log;
    private final Courier courier;

    MessagePages(LostTickets desk, EventQueries events, MessageLog log, Courier courier) {
        this.desk = desk;
        this.events = events;
        this.log = log;
        this.courier = courier;
    }

    @GetMapping("/panitia/{slug}/peserta/pesan")
    Mono<Page> list(
            @PathVariable String slug,
            @RequestParam(name = "jenis", defaultValue = "") String kind,
            @RequestParam(name = "saluran", defaultValue = "") String channel,
            @RequestParam(name = "keadaan", defaultValue = "") String state,
            PageRequest page,
            Actor actor,
            Words words) {
        MessageFilter filter = MessageFilter.of(kind, channel, state);
        return events.findBySlug(slug)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .flatMap(event -> desk.organised(actor, event.id()))
                .flatMap(
                        event ->
                                log.of(event.id(), filter, page)
                                        .map(report -> page(event, filter, report, words)));
    }

    private Page page(Event event, MessageFilter filter, MessageReport report, Words words) {
        MessagesView view =
                new MessagesView(
                        event.slug(),
                        event.title(),
                        "attendees",
                        event.timeZone(),
                        courier.reachesPeople(),
                        filter,
                        report);
        return Page.of("kit/messages", words.get("messages.title"), Map.of("view", view)).wide();
    }
}
