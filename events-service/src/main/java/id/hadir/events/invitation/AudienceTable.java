package id.hadir.events.invitation;

import id.hadir.events.naming.Folded;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** An audience as tables inside a statement: its lines, and the units that each of them wants. */
final class AudienceTable {

    /**
     * Units that lie in a range of places alone, so that a large audience can be taken in parts. A
     * line leaves out by id, which is looked up, or by a few kinds, regions and words. Of several
     * lines that want a unit, the last is chosen.
     */
    static final String CHOSEN =
            """
            line as (
                select * from unnest(:numbers::int[], :kinds::text[], :regions::text[], :words::text[],
                                     :seats::int[], :inPersons::boolean[], :positions::text[])
                     as l (number, kind, region, words, seats, in_person, position)),
            named as (
                select * from unnest(:unitLines::int[], :unitIds::uuid[]) as n (number, unit_id)),
            unwanted_unit as (
                select * from unnest(:outLines::int[], :outIds::uuid[]) as x (number, unit_id)),
            unwanted as (
                select * from unnest(:ruleLines::int[], :ruleKinds::text[], :ruleRegions::text[], :ruleWords::text[])
                     as x (number, kind, region, words)),
            meant as (
                select unit.id as unit_id, unit.kind, unit.place, unit.search, line.number
                from line join unit on unit.active and unit.kind = line.kind
                    and (line.region = '' or unit.place >= line.region and unit.place < line.region || '/')
                    and (line.words = '' or unit.search like line.words)
                where unit.place >= :fromPlace and unit.place < :toPlace
                union all
                select unit.id, unit.kind, unit.place, unit.search, named.number
                from named join unit on unit.id = named.unit_id and unit.active
                where unit.place >= :fromPlace and unit.place < :toPlace),
            wanted as (
                select meant.unit_id, line.number, line.seats, line.in_person, nullif(line.position, '') as position
                from meant join line using (number)
                where not exists (select from unwanted_unit x
                                  where x.number = meant.number and x.unit_id = meant.unit_id)
                  and not exists (select from unwanted x where x.number = meant.number and (
                          x.kind = meant.kind
                          or x.region <> '' and meant.place >= x.region and meant.place < x.region || '/'
                          or x.words <> '' and meant.search like x.words))),
            chosen as (
                select distinct on (unit_id) unit_id, seats, in_person, position from wanted
                order by unit_id, number desc)
            """;

    private AudienceTable() {}

    /**
     * A part of the places, in the order of their codes.
     *
     * @param to not in it any more
     */
    record Part(String from, String to) {

        static final Part ALL = new Part("", "~");
    }

    /** A way to leave units out; one of the three is not empty. */
    private record Rule(int line, String kind, String region, String words) {}

    static GenericExecuteSpec bind(GenericExecuteSpec statement, List<Audience> audience) {
        return bind(statement, audience, Part.ALL);
    }

    static GenericExecuteSpec bind(
            GenericExecuteSpec statement, List<Audience> audience, Part part) {
        List<Rule> rules = rules(audience);
        return statement
                .bind("numbers", numbers(audience))
                .bind(
                        "kinds",
                        texts(audience, line -> line.kind() == null ? "" : line.kind().code()))
                .bind("regions", texts(audience, Audience::regionCode))
                .bind("words", texts(audience, line -> pattern(line.named())))
                .bind("seats", audience.stream().map(Audience::seats).toArray(Integer[]::new))
                .bind(
                        "inPersons",
                        audience.stream().map(Audience::inPerson).toArray(Boolean[]::new))
                .bind("positions", texts(audience, Audience::position))
                .bind("unitLines", lines(audience, Audience::unitIds))
                .bind("unitIds", ids(audience, Audience::unitIds))
                .bind("outLines", lines(audience, line -> line.leftOut().unitIds()))
                .bind("outIds", ids(audience, line -> line.leftOut().unitIds()))
                .bind("ruleLines", rules.stream().map(Rule::line).toArray(Integer[]::new))
                .bind("ruleKinds", texts(rules, Rule::kind))
                .bind("ruleRegions", texts(rules, Rule::region))
                .bind("ruleWords", texts(rules, Rule::words))
                .bind("fromPlace", part.from())
                .bind("toPlace", part.to());
    }

    private static List<Rule> rules(List<Audience> audience) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < audience.size(); i++) {
            int line = i;
            LeftOut out = audience.get(i).leftOut();
            out.kinds().forEach(kind -> rules.add(new Rule(line, kind.code(), "", "")));
            out.regionCodes().forEach(region -> rules.add(new Rule(line, "", region, "")));
            out.names().forEach(name -> rules.add(new Rule(line, "", "", pattern(name))));
        }
        return rules;
    }

    /** All of the words, in their order; empty for none. */
    static String pattern(@Nullable String words) {
        return words == null
                ? ""
                : Folded.words(words).stream().map(Folded::pattern).collect(Collectors.joining());
    }

    private static Integer[] numbers(List<Audience> audience) {
        return IntStream.range(0, audience.size()).boxed().toArray(Integer[]::new);
    }

    private static Integer[] lines(List<Audience> audience, Function<Audience, List<UUID>> ids) {
        return IntStream.range(0, audience.size())
                .boxed()
                .flatMap(i -> ids.apply(audience.get(i)).stream().map(_ -> i))
                .toArray(Integer[]::new);
    }

    private static UUID[] ids(List<Audience> audience, Function<Audience, List<UUID>> ids) {
        return audience.stream().flatMap(line -> ids.apply(line).stream()).toArray(UUID[]::new);
    }

    /** With empty texts for what is absent. */
    private static <T> String[] texts(List<T> rows, Function<T, @Nullable String> field) {
        return rows.stream()
                .map(row -> Objects.requireNonNullElse(field.apply(row), ""))
                .toArray(String[]::new);
    }
}
