package id.hadir.events.unit;

import com.github.f4b6a3.uuid.UuidCreator;
import id.hadir.events.query.ManyRows;
import id.hadir.kit.feed.FeedPosition;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes units. */
@Component
class UnitStore {

    /**
     * The government above is looked for once a region, not once a unit: among the thousands of
     * units that one region may have, the latter was quadratic with an unlucky plan.
     */
    private static final String GIVEN =
            """
            with given as materialized (
                select * from unnest(:ids::uuid[], :names::text[], :kinds::text[], :regions::text[],
                                     :identities::text[], :foldedNames::text[], :heads::text[],
                                     :foldedHeads::text[], :emails::text[], :phones::text[])
                     as g (id, name, kind, region_code, identity, folded_name, head_title, folded_head,
                           email, phone)),
            above as materialized (
                select region.code, government.ids[1] as nearest,
                       case when government.places[1] = region.code then government.ids[2]
                            else government.ids[1] end as next
                from (select distinct region_code as code from given) as region, lateral (
                    select array_agg(p.id order by length(p.place) desc) as ids,
                           array_agg(p.place order by length(p.place) desc) as places
                    from unit p
                    where p.kind = 'kecamatan' and p.place = left(region.code, 8) and length(p.place) = 8
                       or p.kind = 'pemda-kabupaten-kota' and p.place = left(region.code, 5)
                          and length(p.place) = 5
                       or p.kind = 'pemda-provinsi' and p.place = left(region.code, 2)) as government)
            insert into unit (id, name, kind, region_code, identity, folded_name, head_title,
                              folded_head, email, phone, parent_id)
            select given.id, name, kind, region_code, identity, folded_name, head_title, folded_head,
                   email, phone,
                   case kind when 'instansi' then null when 'opd' then nearest else next end
            from given left join above on above.code = given.region_code
            on conflict (kind, place, identity) do
            """;

    private final DatabaseClient database;

    UnitStore(DatabaseClient database) {
        this.database = database;
    }

    /** A unit that an import made or changed. */
    record Written(UUID id, boolean isNew) {}

    /** Those that were new; of the others there is a unit of that kind, region and name already. */
    Flux<UUID> add(List<UnitDetails> units) {
        return given(GIVEN + "nothing returning unit.id", units).map(UnitStore::id).all();
    }

    /** The units of these kinds, regions and names, each once. */
    Flux<UUID> ids(List<UnitDetails> units) {
        return database.sql(
                        """
                        select distinct unit.id
                        from unnest(:kinds::text[], :regions::text[], :identities::text[])
                             as g (kind, region_code, identity)
                        join unit on unit.kind = g.kind and unit.place = coalesce(g.region_code, '')
                                     and unit.identity = g.identity
                        """)
                .bind("kinds", texts(units, unit -> unit.kind().code()))
                .bind("regions", texts(units, UnitDetails::regionCode))
                .bind("identities", texts(units, UnitDetails::identity))
                .map(UnitStore::id)
                .all();
    }

    /**
     * Those that were new or changed. An empty field leaves what is stored; the spelling of a name
     * too.
     */
    Flux<Written> addOrUpdate(List<UnitDetails> units) {
        Flux<Written> written =
                given(
                                GIVEN
                                        + """
                                        update
                                        set head_title = coalesce(excluded.head_title, unit.head_title),
                                            folded_head = coalesce(excluded.folded_head, unit.folded_head),
                                            email = coalesce(excluded.email, unit.email),
                                            phone = coalesce(excluded.phone, unit.phone),
                                            revision = unit.revision + 1, updated_at = now()
                                        where (coalesce(excluded.head_title, unit.head_title),
                                               coalesce(excluded.email, unit.email),
                                               coalesce(excluded.phone, unit.phone))
                                              is distinct from (unit.head_title, unit.email, unit.phone)
                                        returning unit.id, (old.id is null) as is_new
                                        """,
                                units)
                        .map(
                                row ->
                                        new Written(
                                                id(row),
                                                Boolean.TRUE.equals(
                                                        row.get("is_new", Boolean.class))))
                        .all();
        return database.sql(ManyRows.SETTINGS).then().thenMany(written);
    }

    /** Tells the feed the state of those units, a thousand an entry; empty for none. */
    Mono<FeedPosition> tell(List<UUID> ids) {
        return database.sql(
                        """
                        insert into feed_entry (type, subject, data)
                        select 'units.changed', chunk::text, jsonb_build_object('units',
                                   jsonb_agg(jsonb_build_object(
                                       'id', id, 'name', name, 'kind', kind, 'regionCode', region_code,
                                       'headTitle', head_title, 'active', active, 'mergedInto', merged_into,
                                       'revision', revision)))
                        from (select unit.*, (row_number() over () - 1) / 1000 as chunk
                              from unit where id = any(:ids)) as numbered
                        group by chunk
                        returning tx::text as tx, id
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(
                        row ->
                                new FeedPosition(
                                        Objects.requireNonNull(row.get("tx", String.class)),
                                        Objects.requireNonNull(row.get("id", Long.class))))
                .all()
                .reduce((one, other) -> one.id() > other.id() ? one : other);
    }

    private DatabaseClient.GenericExecuteSpec given(String sql, List<UnitDetails> units) {
        return database.sql(sql)
                .bind(
                        "ids",
                        units.stream()
                                .map(_ -> UuidCreator.getTimeOrderedEpoch())
                                .toArray(UUID[]::new))
                .bind("names", texts(units, UnitDetails::name))
                .bind("kinds", texts(units, unit -> unit.kind().code()))
                .bind("regions", texts(units, UnitDetails::regionCode))
                .bind("identities", texts(units, UnitDetails::identity))
                .bind("foldedNames", texts(units, UnitDetails::foldedName))
                .bind("heads", texts(units, UnitDetails::headTitle))
                .bind("foldedHeads", texts(units, UnitDetails::foldedHead))
                .bind("emails", texts(units, UnitDetails::email))
                .bind("phones", texts(units, UnitDetails::phone));
    }

    private static UUID id(Readable row) {
        return Objects.requireNonNull(row.get("id", UUID.class));
    }

    private static String[] texts(
            List<UnitDetails> units, Function<UnitDetails, @Nullable String> field) {
        return units.stream().map(field).toArray(String[]::new);
    }
}
