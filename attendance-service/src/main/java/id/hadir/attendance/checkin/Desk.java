package id.hadir.attendance.checkin;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventQueries;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which event an actor may stand at the door of. */
@Component
public class Desk {

    private final EventQueries events;

    Desk(EventQueries events) {
        this.events = events;
    }

    /** Fails with {@code not-found}, {@code forbidden} or {@code event-cancelled}. */
    public Mono<Event> event(Actor actor, UUID eventId) {
        return events.find(eventId)
                .filter(Event::isPublic)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .flatMap(event -> admit(actor, event));
    }

    /** Empty when no event has that address; fails as {@link #event(Actor, UUID)} does. */
    Mono<Event> event(Actor actor, String slug) {
        return events.findBySlug(slug).flatMap(found -> event(actor, found.id()));
    }

    private static Mono<Event> admit(Actor actor, Event event) {
        if (!actor.mayServeDesk(event.agencyId())) {
            return Mono.error(Problem.forbidden());
        }
        return event.status() == Event.Status.CANCELLED
                ? Mono.error(Problem.conflict("event-cancelled"))
                : Mono.just(event);
    }
}
