package id.hadir.events.region;

import id.hadir.kit.listing.Cursor;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.FieldErrors;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads regions. */
@Component
public class RegionQueries {

    private final DatabaseClient database;

    RegionQueries(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Region> find(String code) {
        return database.sql("select code, name, level, parent from region where code = :code")
                .bind("code", code)
                .map(RegionQueries::region)
                .one();
    }

    /** The regions right below one, or the provinces. */
    public Mono<Listing<Region>> below(@Nullable String parent, PageRequest page) {
        return database.sql(
                        """
                        select code, name, level, parent from region
                        where coalesce(parent, '') = :parent and code > :after
                        order by code limit :limit
                        """)
                .bind("parent", parent == null ? "" : parent)
                .bind("after", page.after() == null ? "" : page.after().key(0))
                .bind("limit", page.limitPlusOne())
                .map(RegionQueries::region)
                .all()
                .collectList()
                .map(rows -> Listing.of(rows, page, region -> Cursor.of(region.code())));
    }

    /** The names of these regions by their codes. */
    public Mono<Map<String, String>> names(Collection<String> codes) {
        if (codes.isEmpty()) {
            return Mono.just(Map.of());
        }
        return database.sql("select code, name, level, parent from region where code = any(:codes)")
                .bind("codes", codes.toArray(String[]::new))
                .map(RegionQueries::region)
                .all()
                .collectMap(Region::code, Region::name);
    }

    /** Those of the codes that no region has. */
    public Mono<Set<String>> unknown(Collection<String> codes) {
        if (codes.isEmpty()) {
            return Mono.just(Set.of());
        }
        return database.sql("select code from region where code = any(:codes)")
                .bind("codes", codes.toArray(String[]::new))
                .map(row -> Objects.requireNonNull(row.get("code", String.class)))
                .all()
                .<Set<String>>collect(() -> new HashSet<>(codes), Set::remove);
    }

    /**
     * Whether the text is a code that no region has; what is no code at all, a check of its form
     * tells.
     */
    public Mono<Boolean> isUnknown(@Nullable String typed) {
        String code = RegionCode.parse("", typed, new FieldErrors());
        return code == null
                ? Mono.just(false)
                : unknown(List.of(code)).map(unknown -> !unknown.isEmpty());
    }

    private static Region region(Readable row) {
        return new Region(
                Objects.requireNonNull(row.get("code", String.class)),
                Objects.requireNonNull(row.get("name", String.class)),
                Region.Level.ofCode(Objects.requireNonNull(row.get("level", String.class))),
                row.get("parent", String.class));
    }
}
