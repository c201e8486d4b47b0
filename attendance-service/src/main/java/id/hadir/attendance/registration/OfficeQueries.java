package id.hadir.attendance.registration;

import id.hadir.attendance.form.OfficeChoices.Office;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads offices of the copy, each with what tells it apart from others of its name. One that was
 * switched off keeps its invitations, and is not offered to anybody else.
 */
@Component
class OfficeQueries {

    private static final String COLUMNS =
            """
            select u.unit_id, u.name, u.kind, u.head_title, coalesce(i.in_person, false) as in_person,
                   (select above.name from unit above
                    where above.region_code = substr(u.region_code, 1, 5)
                      and above.kind = 'pemda-kabupaten-kota' and u.kind <> above.kind
                    order by above.unit_id limit 1) as above
            """;

    /**
     * All words begin words of the office; or all but the last do, and the last begins a word of
     * the regency, city or province above: "baros serang".
     */
    private static final String MATCHES =
            """
            matches as (
                select u.unit_id from unit u where u.words @@ to_tsquery('simple', :all)
                union
                select u.unit_id from unit above
                join unit u on u.region_code ~>=~ (above.region_code || '.') and u.region_code ~<~ (above.region_code || '/')
                where above.kind in ('pemda-provinsi', 'pemda-kabupaten-kota')
                  and above.words @@ to_tsquery('simple', :last)
                  and u.words @@ to_tsquery('simple', :others))
            """;

    private final DatabaseClient database;

    OfficeQueries(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Offices of all kinds: those of just this name, the invited ones, those of the venue's
     * regency, of its province, and the rest; among equals those with the shortest names, so the
     * highest, come first.
     *
     * @param regionCode where the event takes place, or empty
     */
    Flux<Office> all(UUID eventId, String regionCode, List<String> words, int limit) {
        String sql =
                "with "
                        + MATCHES
                        + COLUMNS
                        + """
                        from matches join unit u using (unit_id) left join invitation i on false
                        where u.active
                        order by
                            lower(regexp_replace(u.name, '[^[:alnum:]]+', ' ', 'g')) = :name desc,
                            u.unit_id in (select unit_id from invitation where event_id = :event and not withdrawn) desc,
                            (substr(u.region_code, 1, 5) = substr(:region, 1, 5)) is true desc,
                            (substr(u.region_code, 1, 2) = substr(:region, 1, 2)) is true desc,
                            length(u.name), u.name, u.unit_id
                        limit :limit
                        """;
        return searching(sql, words, limit)
                .bind("event", eventId)
                .bind("region", regionCode)
                .bind("name", String.join(" ", words))
                .map(OfficeQueries::read)
                .all();
    }

    /** Offices on the roster; without words, all of them. */
    Flux<Office> invited(UUID eventId, List<String> words, int limit) {
        if (words.isEmpty()) {
            return database.sql(
                            COLUMNS
                                    + """
                                    from invitation i join unit u using (unit_id)
                                    where i.event_id = :event and not i.withdrawn
                                    limit :limit
                                    """)
                    .bind("event", eventId)
                    .bind("limit", limit)
                    .map(OfficeQueries::read)
                    .all();
        }
        String sql =
                "with "
                        + MATCHES
                        + COLUMNS
                        + """
                        from matches join unit u using (unit_id)
                        join invitation i on i.event_id = :event and i.unit_id = u.unit_id
                        where not i.withdrawn
                        order by length(u.name), u.name, u.unit_id limit :limit
                        """;
        return searching(sql, words, limit).bind("event", eventId).map(OfficeQueries::read).all();
    }

    /** The one that remains where it was merged, unless the roster still says the merged one. */
    Mono<Office> one(UUID eventId, UUID unitId) {
        return database.sql(
                        COLUMNS
                                + """
                                from unit said
                                left join invitation own
                                  on own.event_id = :event and own.unit_id = said.unit_id and not own.withdrawn
                                join unit u on u.unit_id = coalesce(own.unit_id, said.merged_into, said.unit_id)
                                left join invitation i
                                  on i.event_id = :event and i.unit_id = u.unit_id and not i.withdrawn
                                where said.unit_id = :unit and (u.active or i.unit_id is not null)
                                """)
                .bind("event", eventId)
                .bind("unit", unitId)
                .map(OfficeQueries::read)
                .one();
    }

    /** The link of a merged office opens the invitation of the one that remains. */
    Mono<Office> invitedBy(UUID eventId, String tokenHash) {
        return database.sql(
                        COLUMNS
                                + """
                                from invitation sent
                                join invitation i on i.event_id = sent.event_id
                                  and i.unit_id = coalesce(sent.moved_to, sent.unit_id)
                                join unit u on u.unit_id = i.unit_id
                                where sent.event_id = :event and sent.token_hash = :token and not i.withdrawn
                                """)
                .bind("event", eventId)
                .bind("token", tokenHash)
                .map(OfficeQueries::read)
                .one();
    }

    /** Empty once somebody of the office is registered, as when it gave no answer. */
    Mono<ExpectedGuest> expectedBy(UUID eventId, String tokenHash) {
        return database.sql(
                        """
                        select a.answer = 'sending' as represents, coalesce(a.name, '') as name,
                            coalesce(a.position, '') as position
                        from invitation sent
                        join invitation i on i.event_id = sent.event_id
                          and i.unit_id = coalesce(sent.moved_to, sent.unit_id)
                        join answer a on a.event_id = i.event_id and a.unit_id = i.unit_id
                        where sent.event_id = :event and sent.token_hash = :token and not i.withdrawn
                          and a.answer in ('coming', 'sending')
                          and not exists (select 1 from registration r where r.event_id = i.event_id
                                          and r.unit_key = i.unit_id::text and r.active)
                        """)
                .bind("event", eventId)
                .bind("token", tokenHash)
                .map(
                        row ->
                                new ExpectedGuest(
                                        Boolean.TRUE.equals(row.get("represents", Boolean.class)),
                                        Objects.requireNonNull(row.get("name", String.class)),
                                        Objects.requireNonNull(row.get("position", String.class))))
                .one();
    }

    private DatabaseClient.GenericExecuteSpec searching(String sql, List<String> words, int limit) {
        return database.sql(sql)
                .bind("all", prefixes(words))
                .bind("others", prefixes(words.subList(0, words.size() - 1)))
                .bind("last", prefixes(words.subList(words.size() - 1, words.size())))
                .bind("limit", limit);
    }

    /** Words hold letters and digits alone, so nothing here needs quoting. */
    private static String prefixes(List<String> words) {
        return words.stream().map(word -> word + ":*").collect(Collectors.joining(" & "));
    }

    private static Office read(Readable row) {
        return new Office(
                Objects.requireNonNull(row.get("unit_id", UUID.class)).toString(),
                Objects.requireNonNull(row.get("name", String.class)),
                Objects.requireNonNull(row.get("kind", String.class)),
                row.get("above", String.class),
                Objects.requireNonNullElse(row.get("head_title", String.class), ""),
                Boolean.TRUE.equals(row.get("in_person", Boolean.class)));
    }
}
