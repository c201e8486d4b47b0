package id.hadir.events.invitation;

import id.hadir.events.event.Event;
import id.hadir.events.event.EventChanges;
import id.hadir.events.event.EventStatus;
import id.hadir.events.message.OfficeNews;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.feed.Feed;
import id.hadir.kit.feed.FeedPosition;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Invites units to the events of the actor's own agency. */
@Service
public class InvitationDesk {

    private final InvitationStore store;
    private final InvitationQueries queries;
    private final AudienceCheck check;
    private final RosterWriting writing;
    private final ProgressStore progress;
    private final EventChanges events;
    private final OfficeNews news;
    private final Feed feed;
    private final Audit audit;
    private final Clock clock;
    private final TransactionalOperator transaction;

    InvitationDesk(
            InvitationStore store,
            InvitationQueries queries,
            AudienceCheck check,
            RosterWriting writing,
            ProgressStore progress,
            EventChanges events,
            OfficeNews news,
            Feed feed,
            Audit audit,
            Clock clock,
            TransactionalOperator transaction) {
        this.store = store;
        this.queries = queries;
        this.check = check;
        this.writing = writing;
        this.progress = progress;
        this.events = events;
        this.news = news;
        this.feed = feed;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    private record Invited(Roster roster, Optional<FeedPosition> position) {}

    /**
     * Puts an audience on the roster; units that are there already take its seats and rules.
     *
     * @return fails with 404, 403, 409 {@code event-cancelled}, or 422 with every wrong field
     */
    public Mono<Roster> invite(Actor actor, UUID eventId, Sending sending, FieldErrors errors) {
        return store.keepUnitsApart()
                .then(Mono.defer(() -> events.lockOwn(actor, eventId)))
                .doOnNext(InvitationDesk::refuseCancelled)
                .doOnNext(event -> sending.check(event, clock.instant(), errors))
                .flatMap(
                        event ->
                                check.existence(sending.audience(), errors)
                                        .flatMap(_ -> writing.write(actor, eventId, sending))
                                        .flatMap(changes -> queries.roster(eventId, changes))
                                        .flatMap(roster -> told(event, roster)))
                .delayUntil(_ -> progress.forget(eventId))
                .as(transaction::transactional)
                .onErrorResume(
                        InvitationDesk::isNoRefusal,
                        failure ->
                                progress.forget(eventId)
                                        .onErrorComplete()
                                        .then(Mono.error(failure)))
                .flatMap(this::settled);
    }

    /** Takes a unit off the roster; fails with 404 when it is not on it. */
    public Mono<Void> withdraw(Actor actor, UUID eventId, UUID invitationId) {
        return store.keepUnitsApart()
                .then(Mono.defer(() -> events.lockOwn(actor, eventId)))
                .flatMap(_ -> store.withdraw(eventId, invitationId))
                .filter(withdrawn -> withdrawn)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .delayUntil(_ -> audit.append(withdrawn(eventId, invitationId)))
                .flatMap(_ -> store.tell(eventId))
                .as(transaction::transactional)
                .flatMap(feed::settle);
    }

    /** What is refused has told of no progress. */
    private static boolean isNoRefusal(Throwable failure) {
        return !(failure instanceof Problem);
    }

    private static void refuseCancelled(Event event) {
        if (event.status() == EventStatus.CANCELLED) {
            throw Problem.conflict("event-cancelled");
        }
    }

    private Mono<Invited> told(Event event, Roster roster) {
        return roster.added() + roster.changed() == 0
                ? Mono.just(new Invited(roster, Optional.empty()))
                : audit.append(invited(event.id(), roster))
                        .then(Mono.defer(() -> news.invited(event)))
                        .then(store.tell(event.id()))
                        .map(position -> new Invited(roster, Optional.of(position)));
    }

    private static Deed invited(UUID eventId, Roster roster) {
        return Deed.of("event.units-invited", eventId)
                .with(
                        Map.of(
                                "added",
                                roster.added(),
                                "changed",
                                roster.changed(),
                                "invitedUnits",
                                roster.invitedUnits(),
                                "invitedSeats",
                                roster.invitedSeats()));
    }

    private static Deed withdrawn(UUID eventId, UUID invitationId) {
        return Deed.of("event.invitation-withdrawn", "invitation", invitationId).at(eventId);
    }

    private Mono<Roster> settled(Invited invited) {
        return Mono.justOrEmpty(invited.position).flatMap(feed::settle).thenReturn(invited.roster);
    }
}
