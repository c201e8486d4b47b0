package id.hadir.events.unit;

import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.feed.Feed;
import id.hadir.kit.feed.FeedPosition;
import id.hadir.kit.id.PathId;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Merges units that were entered twice; both have to be in the region of the actor's agency. */
@Service
public class UnitMerging {

    private static final String INTO = "into";

    private final UnitProfileQueries queries;
    private final UnitMergeStore store;
    private final UnitStore units;
    private final UnitRights rights;
    private final MergedRosters rosters;
    private final Feed feed;
    private final Audit audit;
    private final TransactionalOperator transaction;

    UnitMerging(
            UnitProfileQueries queries,
            UnitMergeStore store,
            UnitStore units,
            UnitRights rights,
            MergedRosters rosters,
            Feed feed,
            Audit audit,
            TransactionalOperator transaction) {
        this.queries = queries;
        this.store = store;
        this.units = units;
        this.rights = rights;
        this.rosters = rosters;
        this.feed = feed;
        this.audit = audit;
        this.transaction = transaction;
    }

    private record Merged(UnitProfile unit, @Nullable FeedPosition position) {}

    /**
     * A second time changes nothing and answers the same.
     *
     * @return the merged unit; fails with 404, 403, 409 {@code unit-merged}, {@code unit-inactive},
     *     {@code units-differ} or {@code unit-above}, or 422 for {@code into}
     */
    public Mono<UnitProfile> merge(Actor actor, UUID id, @Nullable String into) {
        return Mono.defer(() -> Mono.just(other(id, into)))
                .flatMap(
                        other ->
                                store.lock()
                                        .then(Mono.defer(() -> find(actor, id, other)))
                                        .flatMap(this::merged)
                                        .as(transaction::transactional))
                .flatMap(
                        merged ->
                                Mono.justOrEmpty(merged.position)
                                        .flatMap(feed::settle)
                                        .thenReturn(merged.unit));
    }

    /** What {@link #merge} would do; it fails with the same. */
    public Mono<MergePreview> preview(Actor actor, UUID id, @Nullable String into) {
        return Mono.defer(() -> find(actor, id, other(id, into)))
                .delayUntil(this::refuse)
                .flatMap(
                        both ->
                                rosters.preview(both.unit().id(), both.into().id())
                                        .map(
                                                moved ->
                                                        new MergePreview(
                                                                both.unit(), both.into(), moved)));
    }

    private static UUID other(UUID id, @Nullable String into) {
        FieldErrors errors = new FieldErrors();
        String typed = errors.requiredText(INTO, into, 100);
        Optional<UUID> other = PathId.parse(typed);
        if (errors.isEmpty() && other.isEmpty()) {
            errors.add(INTO, "invalid-id");
        }
        if (other.filter(id::equals).isPresent()) {
            errors.add(INTO, "same-unit");
        }
        errors.throwIfAny();
        return other.orElseThrow();
    }

    private Mono<Doubles> find(Actor actor, UUID id, UUID into) {
        return Flux.just(id, into)
                .sort()
                .concatMap(queries::lock)
                .collectMap(UnitProfile::id)
                .flatMap(
                        found -> {
                            UnitProfile unit = found.get(id);
                            UnitProfile other = found.get(into);
                            if (unit == null) {
                                return Mono.error(Problem::notFound);
                            }
                            return other == null
                                    ? Mono.error(UnitMerging::unknown)
                                    : Mono.just(new Doubles(unit, other));
                        })
                .delayUntil(both -> requireRights(actor, both));
    }

    private static Problem unknown() {
        FieldErrors errors = new FieldErrors();
        errors.add(INTO, "unknown-unit");
        return Problem.invalid(errors.asList());
    }

    private Mono<Void> requireRights(Actor actor, Doubles both) {
        return rights.of(actor)
                .filter(
                        reach ->
                                reach.holds(both.unit().regionCode())
                                        && reach.holds(both.into().regionCode()))
                .switchIfEmpty(Mono.error(Problem::forbidden))
                .then();
    }

    /** What is below the merged unit comes below the other one, which may not be there itself. */
    private Mono<Void> refuse(Doubles both) {
        return both.refusal()
                .map(code -> Mono.<Void>error(Problem.conflict(code)))
                .orElseGet(
                        () ->
                                queries.mayBeAbove(both.into().id(), both.unit().id())
                                        .filter(may -> may)
                                        .switchIfEmpty(
                                                Mono.error(() -> Problem.conflict("unit-above")))
                                        .then());
    }

    private Mono<Merged> merged(Doubles both) {
        return both.areOne()
                ? Mono.just(new Merged(both.unit(), null))
                : refuse(both).then(Mono.defer(() -> write(both)));
    }

    /** The feed tells of the rosters first: no link is left without an office in between. */
    private Mono<Merged> write(Doubles both) {
        UUID unit = both.unit().id();
        UUID into = both.into().id();
        return rosters.preview(unit, into)
                .flatMap(
                        moved ->
                                rosters.move(unit, into)
                                        .then(Mono.defer(() -> store.merge(unit, into)))
                                        .flatMap(units::tell)
                                        .flatMap(
                                                position ->
                                                        kept(both, moved)
                                                                .map(
                                                                        after ->
                                                                                new Merged(
                                                                                        after,
                                                                                        position))));
    }

    private Mono<UnitProfile> kept(Doubles before, MergedRosters.Moved moved) {
        return Mono.zip(queries.find(before.unit().id()), queries.find(before.into().id()))
                .delayUntil(after -> audit.append(merged(before.unit(), after.getT1(), moved)))
                .delayUntil(after -> audit.append(completed(before.into(), after.getT2())))
                .map(after -> after.getT1());
    }

    private static Deed merged(UnitProfile before, UnitProfile after, MergedRosters.Moved moved) {
        return Deed.of("unit.merged", "unit", after.id())
                .changing(before.fields(), after.fields())
                .and("events", moved.events())
                .and("seats", moved.seatsAfter());
    }

    private static Deed completed(UnitProfile before, UnitProfile after) {
        return Deed.of("unit.absorbed", "unit", after.id())
                .changing(before.fields(), after.fields());
    }
}
