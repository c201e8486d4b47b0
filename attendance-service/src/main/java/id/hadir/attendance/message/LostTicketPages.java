package id.hadir.attendance.message;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventQueries;
import id.hadir.attendance.eventcopy.EventView;
import id.hadir.kit.message.Courier;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.FieldErrors;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** For who has lost the ticket: of one event, or of all that are not over. */
@Controller
@RequestMapping("/tiket/hilang")
class LostTicketPages {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,200}");

    private final LostTickets lost;
    private final EventQueries events;
    private final Courier courier;
    private final Clock clock;

    LostTicketPages(LostTickets lost, EventQueries events, Courier courier, Clock clock) {
        this.lost = lost;
        this.events = events;
        this.courier = courier;
        this.clock = clock;
    }

    @GetMapping
    Mono<Page> form(@RequestParam(name = "kegiatan", defaultValue = "") String slug, Words words) {
        return event(slug).map(event -> page(FormState.empty(), event, false, words));
    }

    @PostMapping
    Mono<Page> ask(ServerWebExchange exchange, Words words) {
        return exchange.getFormData()
                .map(FormState::typed)
                .flatMap(
                        form ->
                                event(form.value("kegiatan"))
                                        .flatMap(event -> ask(form, event, words)));
    }

    private Mono<Page> ask(FormState form, Optional<Event> event, Words words) {
        FieldErrors errors = new FieldErrors();
        Contact contact = Contact.parse(form.value(Contact.FIELD), errors);
        return contact == null
                ? Mono.just(
                        page(form.with(errors.asList()), event, false, words)
                                .status(HttpStatus.UNPROCESSABLE_CONTENT))
                : lost.ask(event.map(Event::id).orElse(null), contact)
                        .thenReturn(page(FormState.empty(), event, true, words));
    }

    /** Empty inside for all of them: an event that there is not is no reason to say so. */
    private Mono<Optional<Event>> event(String slug) {
        return SLUG.matcher(slug).matches()
                ? events.findBySlug(slug)
                        .filter(Event::isPublic)
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                : Mono.just(Optional.empty());
    }

    private Page page(FormState form, Optional<Event> event, boolean isAsked, Words words) {
        LostTicketView view =
                new LostTicketView(
                        form,
                        event.map(one -> EventView.of(one, clock.instant())).orElse(null),
                        isAsked,
                        courier.reachesPeople());
        return Page.of("ticket/lost", words.get("ticket.lost.title"), Map.of("view", view))
                .secret()
                .asset("attendance/attendance.css");
    }
}
