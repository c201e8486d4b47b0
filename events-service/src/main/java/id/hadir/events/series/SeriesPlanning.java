package id.hadir.events.series;

import com.github.f4b6a3.uuid.UuidCreator;
import id.hadir.events.event.Event;
import id.hadir.events.event.EventCatalogue;
import id.hadir.events.event.EventChanges;
import id.hadir.events.event.EventChanges.Made;
import id.hadir.events.event.EventPlanning;
import id.hadir.events.event.EventRequest;
import id.hadir.events.event.Following;
import id.hadir.events.event.IfMatch;
import id.hadir.events.event.RescheduleRequest;
import id.hadir.events.invitation.RosterStore;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.feed.FeedPosition;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Plans events that belong together, and changes them together from one of them on. */
@Service
public class SeriesPlanning {

    private final EventCatalogue events;
    private final EventPlanning planning;
    private final EventChanges changes;
    private final RosterStore rosters;
    private final SeriesStore store;
    private final SeriesQueries queries;
    private final Audit audit;
    private final Clock clock;
    private final TransactionalOperator transaction;

    SeriesPlanning(
            EventCatalogue events,
            EventPlanning planning,
            EventChanges changes,
            RosterStore rosters,
            SeriesStore store,
            SeriesQueries queries,
            Audit audit,
            Clock clock,
            TransactionalOperator transaction) {
        this.events = events;
        this.planning = planning;
        this.changes = changes;
        this.rosters = rosters;
        this.store = store;
        this.queries = queries;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** The series of an own event; empty without one. */
    public Mono<Series> of(Event event, Actor actor) {
        return queries.of(event.id(), actor);
    }

    /** How many events come after that one in its series. */
    public Mono<Long> following(Event event, Actor actor) {
        return of(event, actor).map(series -> series.after(event.id())).defaultIfEmpty(0L);
    }

    /**
     * Makes the drafts that belong to an event, all of them or none.
     *
     * @return fails with 404, 403, 422, or 409 {@code series-exists}, {@code incomplete} without a
     *     day to repeat, {@code roster-too-large}
     */
    public Mono<Series> make(
            Actor actor, String idOrSlug, SeriesRequest request, FieldErrors errors) {
        return events.findOwn(idOrSlug, actor)
                .delayUntil(_ -> rosters.keepUnitsApart())
                .flatMap(event -> changes.lockOwn(actor, event.id()))
                .delayUntil(this::refuseMember)
                .flatMap(event -> made(event, request, errors))
                .as(transaction::transactional)
                .flatMap(changes::settled)
                .flatMap(event -> queries.of(event.id(), actor));
    }

    private Mono<Void> refuseMember(Event event) {
        return store.isMember(event.id())
                .flatMap(
                        isMember ->
                                isMember
                                        ? Mono.error(Problem.conflict("series-exists"))
                                        : Mono.empty());
    }

    private Mono<Made> made(Event event, SeriesRequest request, FieldErrors errors) {
        if (request.stages().isEmpty() && event.content().schedule().day() == null) {
            return Mono.error(
                    Problem.conflict("incomplete", "startsAt")
                            .with("missing", List.of("startsAt")));
        }
        SeriesPlan plan = SeriesPlan.of(event, request, errors);
        errors.throwIfAny();
        UUID series = UuidCreator.getTimeOrderedEpoch();
        return Flux.fromIterable(plan.slots())
                .concatMap(slot -> member(event, slot))
                .collectList()
                .delayUntil(
                        members ->
                                store.add(
                                        series,
                                        plan.rrule(),
                                        ids(members),
                                        plan.stages(),
                                        clock.instant()))
                .delayUntil(members -> audit.append(deed(event, series, members)))
                .flatMap(
                        members ->
                                invited(event, members, request.withRoster())
                                        .map(position -> told(event, position, members)));
    }

    private Mono<Made> member(Event event, SeriesPlan.Slot slot) {
        return slot.content()
                .map(content -> planning.draftWithin(event.agency(), content))
                .orElseGet(() -> Mono.just(new Made(event, null)));
    }

    private Mono<Optional<FeedPosition>> invited(
            Event event, List<Made> members, boolean withRoster) {
        List<UUID> others = ids(members).stream().filter(id -> !id.equals(event.id())).toList();
        return (withRoster ? rosters.copy(event.id(), others) : Mono.<FeedPosition>empty())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    /** What the feed tells last is what the answer waits for. */
    private static Made told(Event event, Optional<FeedPosition> roster, List<Made> members) {
        FeedPosition last = last(members).position();
        return new Made(event, roster.orElse(last));
    }

    private static Deed deed(Event event, UUID series, List<Made> members) {
        return Deed.of("event.series-made", event.id())
                .and("series", series)
                .and("events", members.size());
    }

    /**
     * Changes an event and lays the change over those after it in its series, all or none.
     *
     * @param leavesOut what is over or cancelled stays as it is, instead of failing all with 409
     *     {@code series-conflict}
     */
    public Mono<Event> edit(
            Actor actor,
            UUID id,
            IfMatch version,
            boolean leavesOut,
            Function<Event, EventRequest> request,
            FieldErrors errors) {
        return together(
                store.lockFollowing(id)
                        .flatMap(
                                ids ->
                                        planning.editWithin(
                                                actor,
                                                id,
                                                version,
                                                new Following(ids, leavesOut),
                                                request,
                                                errors)));
    }

    /** As {@link #edit}: those after it move by as much. */
    public Mono<Event> reschedule(
            Actor actor,
            UUID id,
            IfMatch version,
            boolean leavesOut,
            RescheduleRequest request,
            FieldErrors errors) {
        return together(
                store.lockFollowing(id)
                        .flatMap(
                                ids ->
                                        planning.rescheduleWithin(
                                                actor,
                                                id,
                                                version,
                                                new Following(ids, leavesOut),
                                                request,
                                                errors)));
    }

    private Mono<Event> together(Mono<List<Made>> change) {
        return change.as(transaction::transactional)
                .flatMap(made -> changes.settled(last(made)).thenReturn(made.getFirst().event()));
    }

    private static Made last(List<Made> made) {
        return made.reversed().stream()
                .filter(one -> one.position() != null)
                .findFirst()
                .orElseGet(made::getFirst);
    }

    private static List<UUID> ids(List<Made> members) {
        return members.stream().map(made -> Objects.requireNonNull(made.event()).id()).toList();
    }
}
