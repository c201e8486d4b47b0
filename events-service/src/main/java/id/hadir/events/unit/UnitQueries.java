package id.hadir.events.unit;

import id.hadir.events.query.Conditions;
import id.hadir.kit.listing.Cursor;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Reads units. A list is in the order of places; a search puts the names that begin with what was
 * typed first, then all others, by name. Each of these orders is one of an index, so that a page
 * costs the same among a hundred units and among hundreds of thousands.
 */
@Component
class UnitQueries {

    private static final String SELECT =
            "select id, name, kind, region_code, head_title, parent_id, place, identity from unit";

    private static final String BEGINS = "begins";
    private static final String HOLDS = "holds";

    private final DatabaseClient database;

    UnitQueries(DatabaseClient database) {
        this.database = database;
    }

    /** A unit with what lists sort by. */
    private record Row(Unit unit, String place, String identity) {

        String id() {
            return unit.id().toString();
        }
    }

    Mono<Unit> find(UUID id) {
        return rows(new Conditions().and("id = :id", "id", id), "id", 1)
                .flatMapIterable(rows -> rows)
                .next()
                .map(Row::unit);
    }

    Mono<Listing<Unit>> list(UnitSearch search, PageRequest page) {
        return search.words().isEmpty() ? byPlace(search, page) : byName(search, page);
    }

    private Mono<Listing<Unit>> byPlace(UnitSearch search, PageRequest page) {
        Conditions conditions = filters(search);
        Cursor after = page.after();
        if (after != null) {
            conditions
                    .and("(place, identity, id) > (:place, :identity, :id)")
                    .bind("place", after.key(0))
                    .bind("identity", after.key(1))
                    .bind("id", id(after.key(2)));
        }
        return rows(conditions, "place, identity, id", page.limitPlusOne())
                .map(
                        rows ->
                                Listing.of(
                                        rows,
                                        page,
                                        row -> Cursor.of(row.place, row.identity, row.id())))
                .map(listing -> listing.map(Row::unit));
    }

    private Mono<Listing<Unit>> byName(UnitSearch search, PageRequest page) {
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
                .map(rows -> Listing.of(rows, page, row -> nameCursor(search, row)))
                .map(listing -> listing.map(Row::unit));
    }

    private Mono<List<Row>> beginning(UnitSearch search, @Nullable Cursor after, int limit) {
        Conditions conditions =
                filters(search)
                        .and("identity >= :beginning and identity < :end")
                        .bind("beginning", search.beginning())
                        .bind("end", search.beginning() + Character.MAX_VALUE);
        return rows(continued(conditions, after), "identity, place, id", limit);
    }

    private Mono<List<Row>> holding(UnitSearch search, @Nullable Cursor after, int limit) {
        if (limit == 0) {
            return Mono.just(List.of());
        }
        Conditions conditions =
                filters(search)
                        .holdsAll("search", search.words())
                        .and("not (identity >= :beginning and identity < :end)")
                        .bind("beginning", search.beginning())
                        .bind("end", search.beginning() + Character.MAX_VALUE);
        return rows(continued(conditions, after), "identity, place, id", limit);
    }

    private static Conditions continued(Conditions conditions, @Nullable Cursor after) {
        return after == null
                ? conditions
                : conditions
                        .and("(identity, place, id) > (:identity, :place, :id)")
                        .bind("identity", after.key(1))
                        .bind("place", after.key(2))
                        .bind("id", id(after.key(3)));
    }

    private static Cursor nameCursor(UnitSearch search, Row row) {
        String part = row.identity.startsWith(search.beginning()) ? BEGINS : HOLDS;
        return Cursor.of(part, row.identity, row.place, row.id());
    }

    private static Conditions filters(UnitSearch search) {
        Conditions conditions = new Conditions().and("active");
        if (search.kind() != null) {
            conditions.and("kind = :kind", "kind", search.kind().code());
        }
        return conditions.inRegion("place", search.regionCode());
    }

    private Mono<List<Row>> rows(Conditions conditions, String order, int limit) {
        return database.sql(SELECT + conditions.where() + " order by " + order + " limit :limit")
                .bindValues(conditions.values())
                .bind("limit", limit)
                .map(UnitQueries::row)
                .all()
                .collectList();
    }

    private static Row row(Readable row) {
        return new Row(
                unit(row),
                Objects.requireNonNull(row.get("place", String.class)),
                Objects.requireNonNull(row.get("identity", String.class)));
    }

    /** Reads the unit out of a row that has its columns by their names. */
    static Unit unit(Readable row) {
        return new Unit(
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("name", String.class)),
                UnitKind.ofCode(row.get("kind", String.class)).orElseThrow(),
                row.get("region_code", String.class),
                row.get("head_title", String.class),
                row.get("parent_id", UUID.class));
    }

    private static List<Row> joined(List<Row> first, List<Row> rest) {
        return Stream.concat(first.stream(), rest.stream()).toList();
    }

    private static UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.invalid();
        }
    }
}
