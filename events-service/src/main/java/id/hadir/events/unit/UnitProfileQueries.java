package id.hadir.events.unit;

import id.hadir.events.unit.UnitProfile.FormerName;
import id.hadir.kit.listing.Cursor;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads what organisers know of units. */
@Component
class UnitProfileQueries {

    private static final int PARENTS_AT_MOST = 300;

    private final DatabaseClient database;

    UnitProfileQueries(DatabaseClient database) {
        this.database = database;
    }

    Mono<UnitProfile> find(UUID id) {
        return find(id, "");
    }

    /** The unit as it is, until the transaction ends. */
    Mono<UnitProfile> lock(UUID id) {
        return find(id, " for no key update");
    }

    private Mono<UnitProfile> find(UUID id, String lock) {
        return database.sql("select * from unit where id = :id" + lock)
                .bind("id", id)
                .map(UnitProfileQueries::profile)
                .one()
                .flatMap(
                        unit ->
                                formerNames(List.of(id))
                                        .map(
                                                names ->
                                                        unit.called(
                                                                names.getOrDefault(
                                                                        id, List.of()))));
    }

    private record Named(UUID unit, FormerName name) {}

    /** The earlier names of those units that had any, the latest first. */
    Mono<Map<UUID, List<FormerName>>> formerNames(Collection<UUID> units) {
        return database.sql(
                        """
                        select unit_id, name, until from unit_name_history
                        where unit_id = any(:units) order by until desc
                        """)
                .bind("units", units.toArray(UUID[]::new))
                .map(
                        row ->
                                new Named(
                                        Objects.requireNonNull(row.get("unit_id", UUID.class)),
                                        new FormerName(
                                                Objects.requireNonNull(
                                                        row.get("name", String.class)),
                                                Objects.requireNonNull(
                                                        row.get("until", Instant.class)))))
                .all()
                .collectMultimap(Named::unit, Named::name)
                .map(
                        names ->
                                names.entrySet().stream()
                                        .collect(
                                                Collectors.toMap(
                                                        Map.Entry::getKey,
                                                        entry -> List.copyOf(entry.getValue()))));
    }

    /** Those right below a unit, by name. */
    Mono<Listing<Unit>> below(UUID parent, PageRequest page) {
        Cursor after = page.after();
        return database.sql(
                        UnitQueries.SELECT
                                + """
                                 where parent_id = :parent and active
                                   and (identity, id) > (:identity, :id)
                                order by identity, id limit :limit
                                """)
                .bind("parent", parent)
                .bind("identity", after == null ? "" : after.key(0))
                .bind("id", after == null ? new UUID(0, 0) : UnitQueries.id(after.key(1)))
                .bind("limit", page.limitPlusOne())
                .map(UnitQueries::row)
                .all()
                .collectList()
                .map(rows -> Listing.of(rows, page, row -> Cursor.of(row.identity(), row.id())))
                .map(listing -> listing.map(UnitQueries.Row::unit));
    }

    /** Those that may be above an office: the governments of its place, and its region's OPD. */
    Mono<List<Unit>> possibleParents(UnitProfile unit) {
        return database.sql(
                        UnitQueries.SELECT
                                + """
                                 where active and id <> :id
                                   and (place = left(:place, 2) and kind = 'pemda-provinsi'
                                        or place = left(:place, 5) and kind = 'pemda-kabupaten-kota'
                                        or place = left(:place, 8) and kind = 'kecamatan'
                                        or place = :place and kind = 'opd'
                                        or id = :parent)
                                order by place, identity, id limit :limit
                                """)
                .bind("id", unit.id())
                .bind("place", Objects.requireNonNullElse(unit.regionCode(), ""))
                .bind("parent", Objects.requireNonNullElse(unit.parentId(), unit.id()))
                .bind("limit", PARENTS_AT_MOST)
                .map(UnitQueries::unit)
                .all()
                .collectList();
    }

    /** Whether there is such a unit, active, and neither the unit itself nor one below it. */
    Mono<Boolean> mayBeAbove(UUID parent, UUID unit) {
        return database.sql(
                        """
                        with recursive above as (
                            select id, parent_id from unit where id = :parent and active
                            union
                            select unit.id, unit.parent_id from unit join above on unit.id = above.parent_id)
                        select count(*) > 0 and not coalesce(bool_or(id = :unit), false) as may from above
                        """)
                .bind("parent", parent)
                .bind("unit", unit)
                .map(row -> Boolean.TRUE.equals(row.get("may", Boolean.class)))
                .one();
    }

    private static UnitProfile profile(Readable row) {
        Unit unit = UnitQueries.unit(row);
        return new UnitProfile(
                unit.id(),
                unit.name(),
                unit.kind(),
                unit.regionCode(),
                unit.headTitle(),
                unit.parentId(),
                row.get("email", String.class),
                row.get("phone", String.class),
                row.get("contact_name", String.class),
                row.get("contact_position", String.class),
                Boolean.TRUE.equals(row.get("active", Boolean.class)),
                row.get("merged_into", UUID.class),
                Objects.requireNonNull(row.get("revision", Long.class)),
                List.of());
    }
}
