package id.hadir.events.event;

import id.hadir.kit.audit.Audit;
import id.hadir.kit.feed.Feed;
import id.hadir.kit.feed.FeedPosition;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Makes one change of an event: lock, decide, write, tell the feed and the audit; all of it or
 * nothing.
 */
@Service
public class EventChanges {

    private static final int OTHER_SLUGS_TO_TRY = 5;

    private final EventStore store;
    private final Feed feed;
    private final Audit audit;
    private final EventWatcher watcher;
    private final TransactionalOperator transaction;

    EventChanges(
            EventStore store,
            Feed feed,
            Audit audit,
            EventWatcher watcher,
            TransactionalOperator transaction) {
        this.store = store;
        this.feed = feed;
        this.audit = audit;
        this.watcher = watcher;
        this.transaction = transaction;
    }

    /** An event as it was written, and where the feed tells it when it changed. */
    public record Made(Event event, @Nullable FeedPosition position) {}

    Mono<Event> add(Event event) {
        return addWithin(event).as(transaction::transactional).flatMap(this::settled);
    }

    /** As {@link #add}, inside a transaction, after which {@link #settled} is called. */
    Mono<Made> addWithin(Event event) {
        return Mono.defer(() -> addWithFreeSlug(event, OTHER_SLUGS_TO_TRY))
                .delayUntil(added -> audit.append(EventDeed.created(added)))
                .flatMap(this::told);
    }

    private Mono<Event> addWithFreeSlug(Event event, int tries) {
        return store.add(event)
                .flatMap(
                        stored ->
                                stored
                                        ? Mono.just(event)
                                        : tries == 0
                                                ? Mono.error(Problem.conflict("slug-taken"))
                                                : addWithFreeSlug(
                                                        event.withAnotherSlug(), tries - 1));
    }

    /**
     * @param decide what comes of the change for the event as it is, while nobody else changes it
     */
    Mono<Event> change(
            Actor actor, UUID id, IfMatch version, Function<Event, Mono<Event.Outcome>> decide) {
        return lockOwn(actor, id)
                .doOnNext(event -> refuseStale(event, version))
                .flatMap(event -> decide.apply(event).flatMap(outcome -> written(event, outcome)))
                .as(transaction::transactional)
                .flatMap(this::settled);
    }

    /**
     * The event for a change that others of its features make to what hangs on it; only inside a
     * transaction. Fails with 404, or with 403 for another agency's.
     */
    public Mono<Event> lockOwn(Actor actor, UUID id) {
        return store.lock(id)
                .filter(event -> EventCatalogue.isVisible(event, actor))
                .switchIfEmpty(Mono.error(Problem::notFound))
                .filter(event -> EventCatalogue.mayChange(event, actor))
                .switchIfEmpty(Mono.error(Problem::forbidden));
    }

    static void refuseStale(Event event, IfMatch version) {
        if (!version.accepts(event.version())) {
            throw EventStore.stale();
        }
    }

    /** Writes what came of a change of a locked event, or fails with what stood in its way. */
    Mono<Made> written(Event before, Event.Outcome outcome) {
        return switch (outcome) {
            case Event.Outcome.Unchanged(Event event) -> Mono.just(new Made(event, null));
            case Event.Outcome.Changed(Event event) ->
                    store.update(event)
                            .then(Mono.defer(() -> audit.append(EventDeed.of(before, event))))
                            .then(Mono.defer(() -> watcher.changed(before, event)))
                            .then(Mono.defer(() -> told(event)));
            case Event.Outcome.Refused refused ->
                    Mono.error(
                            refused.missing().isEmpty()
                                    ? Problem.conflict(refused.code())
                                    : Problem.conflict(
                                                    refused.code(),
                                                    String.join(", ", refused.missing()))
                                            .with("missing", refused.missing()));
        };
    }

    private Mono<Made> told(Event event) {
        return feed.append(EventChanged.TYPE, event.id().toString(), EventChanged.of(event))
                .map(position -> new Made(event, position));
    }

    /** After the commit: who acts on the answer finds the change in the other services. */
    public Mono<Event> settled(Made made) {
        return made.position() == null
                ? Mono.just(made.event())
                : feed.settle(made.position()).thenReturn(made.event());
    }
}
