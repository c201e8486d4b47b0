package id.hadir.events.event;

import id.hadir.events.event.EventChanges.Made;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Changes an event and lays the change over others that follow it, within a transaction. */
@Component
class FollowingChanges {

    private static final Set<String> DONE_WITH = Set.of("event-cancelled", "event-ended");

    private final EventChanges changes;
    private final Clock clock;

    FollowingChanges(EventChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** What comes of the change for one of those that follow. */
    interface Follow extends BiFunction<Event, ContentChange, Event.Outcome> {}

    /** What stands in the way of a change, as the problem tells it. */
    record Conflict(UUID eventId, String title, String code) {}

    private record Followed(Event before, Event.Outcome outcome) {}

    Follow edit() {
        return (other, change) -> {
            EventContent content = change.laidOver(other.content());
            return content.equals(other.content())
                    ? new Event.Outcome.Unchanged(other)
                    : other.edit(other.agency(), content, clock.instant());
        };
    }

    Follow reschedule(String reason) {
        return (other, change) ->
                other.reschedule(
                        change.schedule(other.content().schedule()),
                        change.venue(other.content().venue()),
                        reason,
                        clock.instant());
    }

    /**
     * The event first, then the others in their order.
     *
     * @param following what is over or cancelled among them fails all with 409 {@code
     *     series-conflict}, or is left as it is
     */
    Mono<List<Made>> change(
            Actor actor,
            UUID id,
            IfMatch version,
            Following following,
            Function<Event, Mono<Event.Outcome>> decide,
            Follow follow) {
        return changes.lockOwn(actor, id)
                .doOnNext(event -> EventChanges.refuseStale(event, version))
                .flatMap(
                        event ->
                                decide.apply(event)
                                        .flatMap(outcome -> changes.written(event, outcome))
                                        .flatMap(
                                                made ->
                                                        others(
                                                                        actor, event, made,
                                                                        following, follow)
                                                                .map(rest -> join(made, rest))));
    }

    private Mono<List<Made>> others(
            Actor actor, Event before, Made made, Following following, Follow follow) {
        ContentChange change = new ContentChange(before.content(), made.event().content());
        return Flux.fromIterable(following.ids())
                .concatMap(id -> changes.lockOwn(actor, id))
                .map(other -> new Followed(other, follow.apply(other, change)))
                .collectList()
                .map(followed -> withoutConflicts(followed, following.leavesOut()))
                .flatMapMany(Flux::fromIterable)
                .concatMap(one -> changes.written(one.before, one.outcome))
                .collectList();
    }

    private static List<Followed> withoutConflicts(List<Followed> followed, boolean leavesOut) {
        List<Conflict> conflicts =
                followed.stream()
                        .filter(one -> !(leavesOut && isDoneWith(one)))
                        .flatMap(FollowingChanges::conflict)
                        .toList();
        if (!conflicts.isEmpty()) {
            String titles = String.join("; ", conflicts.stream().map(Conflict::title).toList());
            throw Problem.conflict("series-conflict", titles).with("conflicts", conflicts);
        }
        return followed.stream().filter(one -> !isDoneWith(one)).toList();
    }

    private static boolean isDoneWith(Followed one) {
        return one.outcome instanceof Event.Outcome.Refused refused
                && DONE_WITH.contains(refused.code());
    }

    private static Stream<Conflict> conflict(Followed one) {
        return one.outcome instanceof Event.Outcome.Refused refused
                ? Stream.of(
                        new Conflict(one.before.id(), one.before.content().title(), refused.code()))
                : Stream.empty();
    }

    private static List<Made> join(Made first, List<Made> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }
}
