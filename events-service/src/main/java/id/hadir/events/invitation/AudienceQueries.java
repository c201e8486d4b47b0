package id.hadir.events.invitation;

import id.hadir.events.invitation.AudienceTable.Part;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts an audience. */
@Component
class AudienceQueries {

    private final DatabaseClient database;

    AudienceQueries(DatabaseClient database) {
        this.database = database;
    }

    Mono<AudiencePreview> count(UUID eventId, List<Audience> audience) {
        String sql =
                "with "
                        + AudienceTable.CHOSEN
                        + """
                        , met as (
                            select meant.number, meant.unit_id, wanted.seats, i.unit_id is not null as already
                            from (select distinct number, unit_id from meant) as meant
                            left join (select distinct number, unit_id, seats from wanted) as wanted
                                using (number, unit_id)
                            left join invitation i on i.event_id = :eventId and i.unit_id = meant.unit_id
                                                      and not i.withdrawn)
                        select line.number, count(met.seats) as units, coalesce(sum(met.seats), 0) as seats,
                               count(*) filter (where met.seats is not null and met.already) as already,
                               count(*) filter (where met.unit_id is not null and met.seats is null) as left_out
                        from line left join met using (number)
                        group by line.number
                        union all
                        select :after, count(*), coalesce(sum(chosen.seats), 0), count(i.unit_id),
                               (select count(distinct unit_id) from meant) - count(*)
                        from chosen left join invitation i on i.event_id = :eventId
                            and i.unit_id = chosen.unit_id and not i.withdrawn
                        order by number
                        """;
        return AudienceTable.bind(database.sql(sql), audience)
                .bind("eventId", eventId)
                .bind("after", audience.size())
                .map(AudienceQueries::count)
                .all()
                .collectList()
                .map(
                        rows ->
                                new AudiencePreview(
                                        rows.subList(0, audience.size()),
                                        rows.getLast(),
                                        BusyCount.NONE));
    }

    private static AudienceCount count(Readable row) {
        return new AudienceCount(
                number(row, "units"),
                number(row, "seats"),
                number(row, "already"),
                number(row, "left_out"));
    }

    /**
     * A name by which a line leaves out nobody, which is a mistake in it: whoever it means would be
     * invited.
     *
     * @param pattern as {@link AudienceTable#pattern} makes it
     */
    record IdleName(int line, String pattern) {}

    Mono<Set<IdleName>> idleNames(List<Audience> audience) {
        if (audience.stream().allMatch(line -> line.leftOut().names().isEmpty())) {
            return Mono.just(Set.of());
        }
        String sql =
                "with "
                        + AudienceTable.CHOSEN
                        + """
                        select x.number, x.words from unwanted x
                        where x.words <> '' and not exists (
                            select from meant where meant.number = x.number and meant.search like x.words)
                        """;
        return AudienceTable.bind(database.sql(sql), audience)
                .map(
                        row ->
                                new IdleName(
                                        Objects.requireNonNull(row.get("number", Integer.class)),
                                        Objects.requireNonNull(row.get("words", String.class))))
                .all()
                .collect(Collectors.toSet());
    }

    /**
     * @param parts together all places, each with no more than about so many of the units
     */
    record Split(long units, List<Part> parts) {}

    Mono<Split> split(List<Audience> audience, int unitsInPart) {
        String sql =
                "with "
                        + AudienceTable.CHOSEN
                        + """
                        , placed as (
                            select unit.place, row_number() over (order by unit.place) as n, count(*) over () as units
                            from chosen join unit on unit.id = chosen.unit_id)
                        select distinct place, units from placed
                        where n % :size = 0 or n = units order by place
                        """;
        return AudienceTable.bind(database.sql(sql), audience)
                .bind("size", unitsInPart)
                .map(row -> new Split(number(row, "units"), List.of(partTo(row))))
                .all()
                .collectList()
                .map(AudienceQueries::joined);
    }

    private static Part partTo(Readable row) {
        return new Part("", Objects.requireNonNull(row.get("place", String.class)));
    }

    /** The last part goes on to the end of all places. */
    private static Split joined(List<Split> ends) {
        List<Part> parts = new ArrayList<>();
        String from = Part.ALL.from();
        for (Split end : ends.subList(0, Math.max(0, ends.size() - 1))) {
            String to = end.parts().getFirst().to();
            if (!to.equals(from)) {
                parts.add(new Part(from, to));
                from = to;
            }
        }
        parts.add(new Part(from, Part.ALL.to()));
        return new Split(ends.isEmpty() ? 0 : ends.getFirst().units(), parts);
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
