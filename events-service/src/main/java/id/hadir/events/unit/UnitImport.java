package id.hadir.events.unit;

import id.hadir.events.region.RegionQueries;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.feed.Feed;
import id.hadir.kit.feed.FeedPosition;
import id.hadir.kit.security.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes in a whole file of units, or, when any line is wrong, nothing of it. It may enter units
 * anywhere, and change those that its sender may change.
 */
@Service
public class UnitImport {

    private static final int ROWS_A_STATEMENT = 5000;

    private final UnitStore store;
    private final UnitImportQueries queries;
    private final RegionQueries regions;
    private final UnitRights rights;
    private final Feed feed;
    private final Audit audit;
    private final TransactionalOperator transaction;

    UnitImport(
            UnitStore store,
            UnitImportQueries queries,
            RegionQueries regions,
            UnitRights rights,
            Feed feed,
            Audit audit,
            TransactionalOperator transaction) {
        this.store = store;
        this.queries = queries;
        this.regions = regions;
        this.rights = rights;
        this.feed = feed;
        this.audit = audit;
        this.transaction = transaction;
    }

    public sealed interface Outcome {
        record Imported(int created, int updated, int unchanged) implements Outcome {}

        record Refused(List<UnitFile.LineError> errors) implements Outcome {}
    }

    /** What would come of the file, while nothing is written. */
    public Mono<UnitPreview> preview(Actor actor, UnitFile file) {
        Set<String> codes =
                file.lines().stream()
                        .map(line -> line.unit().regionCode())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        return Mono.zip(regions.unknown(codes), stored(file), rights.of(actor))
                .map(known -> UnitPreview.of(file, known.getT1(), known.getT2(), known.getT3()));
    }

    private Mono<Map<Long, StoredUnit>> stored(UnitFile file) {
        return Flux.fromIterable(file.lines())
                .buffer(ROWS_A_STATEMENT)
                .concatMap(queries::stored)
                .collectMap(StoredUnit::line);
    }

    public Mono<Outcome> take(Actor actor, UnitFile file) {
        return preview(actor, file)
                .flatMap(
                        preview ->
                                preview.errors().isEmpty()
                                        ? write(file)
                                        : Mono.just(new Outcome.Refused(preview.errors())));
    }

    private Mono<Outcome> write(UnitFile file) {
        List<UnitDetails> units = file.lines().stream().map(UnitFile.Line::unit).toList();
        List<FeedPosition> told = new ArrayList<>();
        return Flux.fromStream(units.stream().sorted(UnitDetails.LOCK_ORDER))
                .buffer(ROWS_A_STATEMENT)
                .concatMap(store::addOrUpdate)
                .collectList()
                .delayUntil(written -> audit.append(imported(written)))
                .flatMap(
                        written ->
                                store.tell(written.stream().map(UnitStore.Written::id).toList())
                                        .doOnNext(told::add)
                                        .thenReturn(written))
                .as(transaction::transactional)
                .flatMap(
                        written ->
                                Flux.fromIterable(told)
                                        .concatMap(feed::settle)
                                        .then(Mono.just(imported(units.size(), written))));
    }

    private static Deed imported(List<UnitStore.Written> written) {
        return Deed.of("units.imported", "units", null)
                .with(Map.of("created", ids(written, true), "updated", ids(written, false)));
    }

    private static List<UUID> ids(List<UnitStore.Written> written, boolean isNew) {
        return written.stream()
                .filter(one -> one.isNew() == isNew)
                .map(UnitStore.Written::id)
                .toList();
    }

    private static Outcome imported(int lines, List<UnitStore.Written> written) {
        int created = (int) written.stream().filter(UnitStore.Written::isNew).count();
        return new Outcome.Imported(created, written.size() - created, lines - written.size());
    }
}
