package id.hadir.events.unit;

import id.hadir.events.query.Conditions;
import id.hadir.events.unit.UnitQueries.Row;
import id.hadir.kit.listing.Cursor;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds units by words: first those whose name begins with what was typed, then all others that
 * hold the words, each by name.
 *
 * <p>The others are the hard part. Few hits are found fast by the trigram index and then sorted;
 * many hits ("desa") by walking the names in order until the page is full. Which of the two it is,
 * the planner guesses badly when words go together, and a wrong guess looks at every unit: 500 ms
 * instead of 10 among 190,000. So it is not left to guess: the trigram index answers first, up to a
 * number of hits that is cheap to sort; if there are more, hits are dense enough to walk.
 */
@Component
class UnitNameQueries {

    private static final int FEW = 5000;
    private static final String BEGINS = "begins";
    private static final String HOLDS = "holds";
    private static final String ORDER = " order by identity, place, id limit :limit";

    private static final String BY_TRIGRAMS =
            """
            select set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true),
                   set_config('enable_indexonlyscan', 'off', true)
            """;
    private static final String BY_WALKING =
            """
            select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true),
                   set_config('enable_sort', 'off', true)
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    UnitNameQueries(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    Mono<Listing<Unit>> list(UnitSearch search, PageRequest page) {
        Cursor after = page.after();
        boolean hasBegun = after == null || after.key(0).equals(BEGINS);
        Mono<List<Row>> beginning =
                hasBegun ? beginning(search, after, page.limitPlusOne()) : Mono.just(List.of());
        return beginning
                .flatMap(
                        first ->
                                holding(
                                                search,
                                                hasBegun ? null : after,
                                                page.limitPlusOne() - first.size())
                                        .map(rest -> joined(first, rest)))
                .map(rows -> Listing.of(rows, page, row -> cursor(search, row)))
                .map(listing -> listing.map(Row::unit));
    }

    private Mono<List<Row>> beginning(UnitSearch search, @Nullable Cursor after, int limit) {
        Conditions conditions =
                continued(UnitQueries.filters(search), after)
                        .and("identity >= :beginning and identity < :end")
                        .bind("beginning", search.beginning())
                        .bind("end", search.beginning() + Character.MAX_VALUE);
        return rows(conditions, limit).collectList();
    }

    private Mono<List<Row>> holding(UnitSearch search, @Nullable Cursor after, int limit) {
        if (limit == 0) {
            return Mono.just(List.of());
        }
        Conditions conditions =
                continued(UnitQueries.filters(search), after)
                        .holdsAll("search", search.words())
                        .and("not (identity >= :beginning and identity < :end)")
                        .bind("beginning", search.beginning())
                        .bind("end", search.beginning() + Character.MAX_VALUE);
        return few(conditions, limit).switchIfEmpty(Mono.defer(() -> many(conditions, limit)));
    }

    /** A row, and how many rows there are to sort it among. */
    private record Hit(Row row, long hits) {}

    /** Empty when there are too many hits to sort. */
    private Mono<List<Row>> few(Conditions conditions, int limit) {
        String sql =
                "with hit as materialized ("
                        + UnitQueries.SELECT
                        + conditions.where()
                        + " limit :few) select hit.*, (select count(*) from hit) as hits from hit"
                        + ORDER;
        return planned(
                        BY_TRIGRAMS,
                        database.sql(sql)
                                .bindValues(conditions.values())
                                .bind("few", FEW)
                                .bind("limit", limit)
                                .map(row -> new Hit(UnitQueries.row(row), hits(row)))
                                .all())
                .filter(hits -> hits.isEmpty() || hits.getFirst().hits < FEW)
                .map(hits -> hits.stream().map(Hit::row).toList());
    }

    private Mono<List<Row>> many(Conditions conditions, int limit) {
        return planned(BY_WALKING, rows(conditions, limit));
    }

    private Flux<Row> rows(Conditions conditions, int limit) {
        return database.sql(UnitQueries.SELECT + conditions.where() + ORDER)
                .bindValues(conditions.values())
                .bind("limit", limit)
                .map(UnitQueries::row)
                .all();
    }

    /** Runs the query with these planner settings, which end with its transaction. */
    private <T> Mono<List<T>> planned(String settings, Flux<T> query) {
        return database.sql(settings)
                .then()
                .then(query.collectList())
                .as(transaction::transactional);
    }

    private static Conditions continued(Conditions conditions, @Nullable Cursor after) {
        return after == null
                ? conditions
                : conditions
                        .and("(identity, place, id) > (:identity, :place, :id)")
                        .bind("identity", after.key(1))
                        .bind("place", after.key(2))
                        .bind("id", UnitQueries.id(after.key(3)));
    }

    private static Cursor cursor(UnitSearch search, Row row) {
        String part = row.identity().startsWith(search.beginning()) ? BEGINS : HOLDS;
        return Cursor.of(part, row.identity(), row.place(), row.id());
    }

    private static long hits(Readable row) {
        return Objects.requireNonNull(row.get("hits", Long.class));
    }

    private static List<Row> joined(List<Row> first, List<Row> rest) {
        return Stream.concat(first.stream(), rest.stream()).toList();
    }
}
