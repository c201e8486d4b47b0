package id.hadir.attendance.message;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventQueries;
import id.hadir.kit.id.PathId;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Asking for one's ticket again; the answer is the same for everybody. */
@RestController
class LostTicketApi {

    private final LostTickets lost;
    private final EventQueries events;

    LostTicketApi(LostTickets lost, EventQueries events) {
        this.lost = lost;
        this.events = events;
    }

    record Wish(@Nullable String contact) {}

    @PostMapping("/api/events/{eventId}/tickets/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> resend(@PathVariable String eventId, @RequestBody Wish wish) {
        return events.find(PathId.of(eventId))
                .filter(Event::isPublic)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .flatMap(event -> lost.ask(event.id(), contact(wish)));
    }

    private static Contact contact(Wish wish) {
        FieldErrors errors = new FieldErrors();
        Contact contact = Contact.parse(wish.contact(), errors);
        if (contact == null) {
            throw Problem.invalid(errors.asList());
        }
        return contact;
    }
}
