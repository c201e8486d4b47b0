package id.hadir.events.unit;

import id.hadir.events.region.RegionQueries;
import id.hadir.events.unit.UnitDetails.Typed;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.feed.Feed;
import id.hadir.kit.feed.FeedPosition;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Finds units, and takes in those that organisers enter. */
@Service
public class UnitRegister {

    private final UnitQueries queries;
    private final UnitNameQueries names;
    private final UnitStore store;
    private final RegionQueries regions;
    private final Feed feed;
    private final Audit audit;
    private final TransactionalOperator transaction;

    UnitRegister(
            UnitQueries queries,
            UnitNameQueries names,
            UnitStore store,
            RegionQueries regions,
            Feed feed,
            Audit audit,
            TransactionalOperator transaction) {
        this.queries = queries;
        this.names = names;
        this.store = store;
        this.regions = regions;
        this.feed = feed;
        this.audit = audit;
        this.transaction = transaction;
    }

    public Mono<Unit> find(UUID id) {
        return queries.find(id);
    }

    public Mono<Listing<Unit>> list(UnitSearch search, PageRequest page) {
        return search.words().isEmpty() ? queries.byPlace(search, page) : names.list(search, page);
    }

    /**
     * Adds one unit.
     *
     * @return fails with 422 for wrong fields, 409 {@code unit-exists} for a name that the kind has
     *     in the region already
     */
    public Mono<Unit> add(Typed typed, FieldErrors errors) {
        UnitDetails details = UnitDetails.check(typed, errors);
        return requireRegion(typed.regionCode(), errors)
                .then(Mono.justOrEmpty(details))
                .flatMap(
                        unit ->
                                store.add(List.of(unit))
                                        .singleOrEmpty()
                                        .switchIfEmpty(Mono.error(UnitRegister::exists))
                                        .flatMap(id -> told(List.of(id)))
                                        .as(transaction::transactional))
                .flatMap(this::settled)
                .flatMap(ids -> queries.find(ids.getFirst()));
    }

    /**
     * The ids of the units of these names, made where there were none: each region has OPD of its
     * own names. However many they are, the other services are waited for once.
     *
     * @return fails with 422 for a region that does not exist, or a name without letters
     */
    public Mono<List<UUID>> enter(UnitKind kind, @Nullable String region, List<String> names) {
        FieldErrors errors = new FieldErrors();
        List<UnitDetails> units =
                names.stream()
                        .map(name -> new Typed(name, kind.code(), region, null, null, null))
                        .map(typed -> UnitDetails.check(typed, errors))
                        .filter(Objects::nonNull)
                        .sorted(UnitDetails.LOCK_ORDER)
                        .toList();
        return requireRegion(region, errors)
                .then(
                        Mono.defer(
                                () ->
                                        store.add(units)
                                                .collectList()
                                                .flatMap(this::told)
                                                .as(transaction::transactional)))
                .flatMap(this::settled)
                .then(Mono.defer(() -> store.ids(units).collectList()));
    }

    /**
     * Enters those that there are not, told to the other services at once.
     *
     * @param units in their {@link UnitDetails#LOCK_ORDER}
     * @return how many were new
     */
    Mono<Integer> enter(List<UnitDetails> units) {
        return store.add(units)
                .collectList()
                .flatMap(this::told)
                .as(transaction::transactional)
                .flatMap(this::settled)
                .map(List::size);
    }

    /** Fails with 422 for that region, and for all errors found before. */
    private Mono<Void> requireRegion(@Nullable String region, FieldErrors errors) {
        return regions.isUnknown(region)
                .doOnNext(
                        isUnknown -> {
                            if (isUnknown) {
                                errors.add("regionCode", "invalid-region-code");
                            }
                            errors.throwIfAny();
                        })
                .then();
    }

    /**
     * @param position null where no unit was new
     */
    private record Added(List<UUID> ids, @Nullable FeedPosition position) {}

    private Mono<Added> told(List<UUID> ids) {
        return store.tell(ids)
                .delayUntil(_ -> audit.append(entered(ids)))
                .map(position -> new Added(ids, position))
                .defaultIfEmpty(new Added(ids, null));
    }

    private static Deed entered(List<UUID> ids) {
        return Deed.of("units.entered", "units", null).with(Map.of("ids", ids));
    }

    private Mono<List<UUID>> settled(Added added) {
        return Mono.justOrEmpty(added.position).flatMap(feed::settle).thenReturn(added.ids);
    }

    private static Problem exists() {
        return Problem.conflict("unit-exists");
    }
}
