package id.hadir.events.invitation;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** An audience as tables inside a statement: its lines, and the units that each of them wants. */
final class AudienceTable {

    static final String WANTED =
            """
            line as (
                select * from unnest(:numbers::int[], :kinds::text[], :regions::text[], :seats::int[],
                                     :inPersons::boolean[])
                     as l (number, kind, region, seats, in_person)),
            named as (
                select * from unnest(:unitLines::int[], :unitIds::uuid[]) as n (number, unit_id)),
            wanted as (
                select unit.id as unit_id, line.number, line.seats, line.in_person
                from line join unit on unit.active and unit.kind = line.kind
                    and (line.region = '' or unit.place >= line.region and unit.place < line.region || '/')
                union all
                select named.unit_id, line.number, line.seats, line.in_person
                from named join line using (number) join unit on unit.id = named.unit_id)
            """;

    private AudienceTable() {}

    static GenericExecuteSpec bind(GenericExecuteSpec statement, List<Audience> audience) {
        Integer[] unitLines =
                IntStream.range(0, audience.size())
                        .boxed()
                        .flatMap(i -> audience.get(i).unitIds().stream().map(_ -> i))
                        .toArray(Integer[]::new);
        UUID[] unitIds =
                audience.stream().flatMap(line -> line.unitIds().stream()).toArray(UUID[]::new);
        return statement
                .bind(
                        "numbers",
                        IntStream.range(0, audience.size()).boxed().toArray(Integer[]::new))
                .bind(
                        "kinds",
                        texts(audience, line -> line.kind() == null ? "" : line.kind().code()))
                .bind("regions", texts(audience, Audience::regionCode))
                .bind("seats", audience.stream().map(Audience::seats).toArray(Integer[]::new))
                .bind(
                        "inPersons",
                        audience.stream().map(Audience::inPerson).toArray(Boolean[]::new))
                .bind("unitLines", unitLines)
                .bind("unitIds", unitIds);
    }

    /** With empty texts for what is absent. */
    private static String[] texts(
            List<Audience> audience, Function<Audience, @Nullable String> field) {
        return audience.stream()
                .map(line -> Objects.requireNonNullElse(field.apply(line), ""))
                .toArray(String[]::new);
    }
}
