package id.hadir.events.unit;

import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.feed.Feed;
import id.hadir.kit.feed.FeedPosition;
import id.hadir.kit.id.PathId;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Keeps what is known of units. Organisers change those in the region of their agency. */
@Service
public class UnitKeeping {

    private final UnitProfileQueries queries;
    private final UnitProfileStore profiles;
    private final UnitStore units;
    private final UnitRights rights;
    private final Feed feed;
    private final Audit audit;
    private final TransactionalOperator transaction;

    UnitKeeping(
            UnitProfileQueries queries,
            UnitProfileStore profiles,
            UnitStore units,
            UnitRights rights,
            Feed feed,
            Audit audit,
            TransactionalOperator transaction) {
        this.queries = queries;
        this.profiles = profiles;
        this.units = units;
        this.rights = rights;
        this.feed = feed;
        this.audit = audit;
        this.transaction = transaction;
    }

    public Mono<UnitProfile> find(UUID id) {
        return queries.find(id).switchIfEmpty(Mono.error(Problem::notFound));
    }

    public Mono<Listing<Unit>> below(UUID parent, PageRequest page) {
        return queries.below(parent, page);
    }

    public Mono<List<Unit>> possibleParents(UnitProfile unit) {
        return queries.possibleParents(unit);
    }

    public Mono<Map<UUID, List<UnitProfile.FormerName>>> formerNames(List<Unit> units) {
        return queries.formerNames(units.stream().map(Unit::id).toList());
    }

    /**
     * @param isStale whether the change was meant for another state of the unit than this
     * @return fails with 404, 403, 409 {@code unit-merged} or {@code unit-exists}, 412, or 422 with
     *     every wrong field
     */
    public Mono<UnitProfile> change(
            Actor actor,
            UUID id,
            Predicate<UnitProfile> isStale,
            Function<UnitProfile, UnitEdit> edit,
            FieldErrors errors) {
        return queries.lock(id)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .delayUntil(unit -> requireRights(actor, unit))
                .doOnNext(unit -> refuse(unit, isStale.test(unit)))
                .flatMap(
                        before ->
                                checked(before, edit.apply(before), errors)
                                        .flatMap(after -> written(before, after)))
                .as(transaction::transactional)
                .onErrorMap(DuplicateKeyException.class, _ -> Problem.conflict("unit-exists"))
                .flatMap(position -> position.map(feed::settle).orElse(Mono.empty()))
                .then(Mono.defer(() -> find(id)));
    }

    /** Whether the actor may change units of that place. */
    public Mono<Boolean> mayChange(Actor actor, UnitProfile unit) {
        return rights.of(actor).map(reach -> reach.holds(unit.regionCode()));
    }

    private Mono<Void> requireRights(Actor actor, UnitProfile unit) {
        return mayChange(actor, unit)
                .flatMap(may -> may ? Mono.empty() : Mono.error(Problem::forbidden));
    }

    private static void refuse(UnitProfile unit, boolean isStale) {
        if (unit.mergedInto() != null) {
            throw Problem.conflict("unit-merged");
        }
        if (isStale) {
            throw Problem.of(HttpStatus.PRECONDITION_FAILED, "precondition-failed");
        }
    }

    private Mono<UnitProfile> checked(UnitProfile before, UnitEdit edit, FieldErrors errors) {
        Optional<UnitProfile> after = edit.apply(before, errors);
        return mayBeBelow(before, PathId.parse(edit.parentId()).orElse(null))
                .doOnNext(
                        may -> {
                            if (!may) {
                                errors.add("parentId", "invalid-parent");
                            }
                            errors.throwIfAny();
                        })
                .then(Mono.justOrEmpty(after));
    }

    private Mono<Boolean> mayBeBelow(UnitProfile unit, @Nullable UUID parent) {
        return parent == null || parent.equals(unit.parentId())
                ? Mono.just(true)
                : queries.mayBeAbove(parent, unit.id());
    }

    private Mono<Optional<FeedPosition>> written(UnitProfile before, UnitProfile after) {
        return after.equals(before)
                ? Mono.just(Optional.empty())
                : profiles.update(before, after)
                        .then(Mono.defer(() -> audit.append(deed(before, after))))
                        .then(Mono.defer(() -> units.tell(List.of(after.id()))))
                        .map(Optional::of);
    }

    private static Deed deed(UnitProfile before, UnitProfile after) {
        return Deed.of("unit.changed", "unit", after.id())
                .changing(before.fields(), after.fields());
    }
}
