package id.hadir.events.unit;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reads what is stored of the units in a file. */
@Component
class UnitImportQueries {

    private final DatabaseClient database;

    UnitImportQueries(DatabaseClient database) {
        this.database = database;
    }

    /** Those of the lines' units that there are: by kind, region and name. */
    Flux<StoredUnit> stored(List<UnitFile.Line> lines) {
        return database.sql(
                        """
                        select line, unit.head_title, unit.email, unit.phone, unit.active
                        from unnest(:lines::bigint[], :kinds::text[], :regions::text[], :identities::text[])
                             as g (line, kind, region_code, identity)
                        join unit on unit.kind = g.kind and unit.place = coalesce(g.region_code, '')
                                     and unit.identity = g.identity
                        """)
                .bind("lines", lines.stream().map(UnitFile.Line::number).toArray(Long[]::new))
                .bind("kinds", texts(lines, unit -> unit.kind().code()))
                .bind("regions", texts(lines, UnitDetails::regionCode))
                .bind("identities", texts(lines, UnitDetails::identity))
                .map(
                        row ->
                                new StoredUnit(
                                        Objects.requireNonNull(row.get("line", Long.class)),
                                        row.get("head_title", String.class),
                                        row.get("email", String.class),
                                        row.get("phone", String.class),
                                        Boolean.TRUE.equals(row.get("active", Boolean.class))))
                .all();
    }

    private static String[] texts(
            List<UnitFile.Line> lines, Function<UnitDetails, @Nullable String> field) {
        return lines.stream().map(line -> field.apply(line.unit())).toArray(String[]::new);
    }
}
