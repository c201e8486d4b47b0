package id.hadir.attendance.registration;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventQueries;
import id.hadir.attendance.form.Place;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The registrations of an event, for the agency that holds it. */
@Service
public class Participants {

    private final EventQueries events;
    private final RegistrationQueries queries;

    Participants(EventQueries events, RegistrationQueries queries) {
        this.events = events;
        this.queries = queries;
    }

    /** Fails with {@code not-found} or {@code forbidden}. */
    public Mono<Event> event(Actor actor, UUID eventId) {
        return events.find(eventId)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .filter(event -> actor.mayServeDesk(event.agencyId()))
                .switchIfEmpty(Mono.error(Problem::forbidden));
    }

    /** Phone and e-mail are the organiser's business and not the desk's. */
    public static boolean mayContact(Actor actor, Event event) {
        return actor.mayOrganise(event.agencyId());
    }

    public Mono<Listing<Registration>> list(
            Event event, RegistrationQueries.Filter filter, PageRequest page) {
        return queries.list(event.id(), filter, page);
    }

    public Mono<Place> place(Event event, RegistrationQueries.Filter filter, PageRequest page) {
        return queries.place(event.id(), filter, page);
    }
}
