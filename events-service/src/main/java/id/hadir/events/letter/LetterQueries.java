package id.hadir.events.letter;

import id.hadir.events.letter.LetterPrint.Attached;
import id.hadir.events.unit.UnitKind;
import id.hadir.kit.listing.Cursor;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class LetterQueries {

    private final DatabaseClient database;

    LetterQueries(DatabaseClient database) {
        this.database = database;
    }

    /** How many offices of a kind are invited in each kabupaten and kota, by place. */
    Mono<List<Attached>> invitedByKind(UUID eventId) {
        return database.sql(
                        """
                        select counted.kind, counted.units, counted.seats, counted.in_person,
                               counted.answer_by, region.name
                        from (select u.kind, substr(u.region_code, 1, 5) as code, count(*) as units,
                                     sum(i.seats) as seats, bool_and(i.in_person) as in_person,
                                     case when count(distinct coalesce(i.answer_by, 'infinity')) = 1
                                         then min(i.answer_by) end as answer_by
                              from invitation i join unit u on u.id = i.unit_id
                              where i.event_id = :eventId and not i.withdrawn
                              group by 1, 2) as counted
                        left join region on region.code = counted.code
                        order by counted.code nulls first, counted.kind
                        """)
                .bind("eventId", eventId)
                .map(LetterQueries::attached)
                .all()
                .collectList();
    }

    private static Attached attached(Readable row) {
        UnitKind kind = UnitKind.ofCode(row.get("kind", String.class)).orElseThrow();
        String region = row.get("name", String.class);
        return new Attached(
                heads(kind) + (region == null ? "" : " se-" + region),
                row.get("units", Long.class) + " kantor",
                Objects.requireNonNull(row.get("seats", Long.class)),
                Boolean.TRUE.equals(row.get("in_person", Boolean.class)),
                row.get("answer_by", Instant.class));
    }

    /** Where each file of so many letters, but the first, goes on. */
    Mono<List<String>> furtherFiles(UUID eventId, int size) {
        return database.sql(
                        """
                        select id from (
                            select id, row_number() over (order by id) as number, count(*) over () as total
                            from invitation where event_id = :eventId and not withdrawn) as numbered
                        where number % :size = 0 and number < total
                        order by number
                        """)
                .bind("eventId", eventId)
                .bind("size", size)
                .map(row -> Objects.requireNonNull(row.get("id", UUID.class)))
                .all()
                .map(id -> Cursor.of(id.toString()).toString())
                .collectList();
    }

    private static String heads(UnitKind kind) {
        return switch (kind) {
            case PEMDA_PROVINSI, PEMDA_KABUPATEN_KOTA -> "Kepala daerah";
            case OPD -> "Kepala perangkat daerah";
            case KECAMATAN -> "Camat";
            case KELURAHAN -> "Lurah";
            case DESA, DESA_ADAT -> "Kepala desa";
            case INSTANSI -> "Pimpinan instansi";
        };
    }
}
