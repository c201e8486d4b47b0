package id.hadir.materials.material;

import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import id.hadir.materials.eventcopy.EventCopy;
import id.hadir.materials.ticket.TicketCode;
import id.hadir.materials.ticket.TicketHolder;
import id.hadir.materials.ticket.TicketQueries;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells who asks for the materials of an event. */
@Component
public class Viewers {

    private final TicketQueries tickets;

    Viewers(TicketQueries tickets) {
        this.tickets = tickets;
    }

    /**
     * Refuses as not found when the event is a draft of others.
     *
     * @param suffices whether the ticket opens what is asked for; one that does not yet is waited
     *     for a moment
     */
    public Mono<Viewer> of(
            EventCopy event,
            Actor actor,
            Optional<TicketCode> ticket,
            Predicate<TicketHolder> suffices) {
        if (!event.isVisibleTo(actor)) {
            return Mono.error(Problem.notFound());
        }
        boolean organises = event.isOrganisedBy(actor);
        if (organises || ticket.isEmpty()) {
            return Mono.just(new Viewer(organises, null));
        }
        return tickets.await(event.id(), ticket.get(), suffices)
                .map(holder -> new Viewer(false, holder))
                .defaultIfEmpty(new Viewer(false, null));
    }
}
