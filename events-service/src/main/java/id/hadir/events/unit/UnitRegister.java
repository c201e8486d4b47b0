package id.hadir.events.unit;

import id.hadir.events.region.RegionQueries;
import id.hadir.kit.feed.Feed;
import id.hadir.kit.feed.FeedPosition;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import java.util.List;
import java.util.UUID;
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
    private final TransactionalOperator transaction;

    UnitRegister(
            UnitQueries queries,
            UnitNameQueries names,
            UnitStore store,
            RegionQueries regions,
            Feed feed,
            TransactionalOperator transaction) {
        this.queries = queries;
        this.names = names;
        this.store = store;
        this.regions = regions;
        this.feed = feed;
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
    public Mono<Unit> add(UnitDetails.Typed typed, FieldErrors errors) {
        UnitDetails details = UnitDetails.check(typed, errors);
        return regions.isUnknown(typed.regionCode())
                .doOnNext(
                        isUnknown -> {
                            if (isUnknown) {
                                errors.add("regionCode", "invalid-region-code");
                            }
                            errors.throwIfAny();
                        })
                .then(Mono.justOrEmpty(details))
                .flatMap(this::addAndTell)
                .flatMap(added -> feed.settle(added.position).then(queries.find(added.id)));
    }

    private record Added(UUID id, FeedPosition position) {}

    private Mono<Added> addAndTell(UnitDetails details) {
        return store.add(details)
                .switchIfEmpty(Mono.error(() -> Problem.conflict("unit-exists")))
                .flatMap(id -> store.tell(List.of(id)).map(position -> new Added(id, position)))
                .as(transaction::transactional);
    }
}
