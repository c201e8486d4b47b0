package id.hadir.events.unit;

import id.hadir.events.query.Conditions;
import id.hadir.kit.listing.Cursor;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads units one by one, or in the order of places, which is one of an index. */
@Component
class UnitQueries {

    static final String SELECT =
            "select id, name, kind, region_code, head_title, parent_id, place, identity from unit";

    private final DatabaseClient database;

    UnitQueries(DatabaseClient database) {
        this.database = database;
    }

    /** A unit with what lists sort by. */
    record Row(Unit unit, String place, String identity) {

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

    /** The words of the search do not count. */
    Mono<Listing<Unit>> byPlace(UnitSearch search, PageRequest page) {
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

    static Conditions filters(UnitSearch search) {
        Conditions conditions = new Conditions().and(search.active() ? "active" : "not active");
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

    static Row row(Readable row) {
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

    static UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.invalid();
        }
    }
}
