package id.hadir.events.series;

import id.hadir.events.event.Event;
import id.hadir.events.event.EventCatalogue;
import id.hadir.events.event.EventChanges;
import id.hadir.events.event.EventContent;
import id.hadir.events.event.EventPlanning;
import id.hadir.events.event.RepeatRequest;
import id.hadir.events.event.Schedule;
import id.hadir.events.invitation.RosterStore;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.security.Actor;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Plans an event once more at another time. */
@Service
public class Copies {

    private final EventCatalogue events;
    private final EventPlanning planning;
    private final EventChanges changes;
    private final RosterStore rosters;
    private final Audit audit;
    private final TransactionalOperator transaction;

    Copies(
            EventCatalogue events,
            EventPlanning planning,
            EventChanges changes,
            RosterStore rosters,
            Audit audit,
            TransactionalOperator transaction) {
        this.events = events;
        this.planning = planning;
        this.changes = changes;
        this.rosters = rosters;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Makes a draft like the event, whatever its status; its agenda moves along, and its offices
     * get new links.
     *
     * @return fails with 404, 403, 422, or 409 {@code roster-too-large}
     */
    public Mono<Event> copy(
            Actor actor,
            String idOrSlug,
            RepeatRequest when,
            boolean withRoster,
            FieldErrors errors) {
        return events.findOwn(idOrSlug, actor)
                .flatMap(event -> draft(event, when, withRoster, errors))
                .as(transaction::transactional)
                .flatMap(changes::settled);
    }

    private Mono<EventChanges.Made> draft(
            Event event, RepeatRequest when, boolean withRoster, FieldErrors errors) {
        Schedule schedule = when.schedule(event.content().schedule(), errors);
        errors.throwIfAny();
        EventContent content =
                event.content().repeated(event.content().title(), Objects.requireNonNull(schedule));
        return planning.draftWithin(event.agency(), content)
                .delayUntil(made -> audit.append(copied(event, made.event(), withRoster)))
                .flatMap(made -> withRoster ? invited(event, made) : Mono.just(made));
    }

    private Mono<EventChanges.Made> invited(Event event, EventChanges.Made made) {
        return rosters.copy(event.id(), List.of(made.event().id()))
                .map(position -> new EventChanges.Made(made.event(), position))
                .defaultIfEmpty(made);
    }

    private static Deed copied(Event from, Event to, boolean withRoster) {
        return Deed.of("event.copied", to.id())
                .and("from", from.id())
                .and("withRoster", withRoster);
    }
}
