package id.hadir.events.letter;

import id.hadir.events.letter.LetterPrint.Attached;
import id.hadir.events.unit.UnitKind;
import io.r2dbc.spi.Readable;
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
                        select counted.kind, counted.units, counted.seats, counted.in_person, region.name
                        from (select u.kind, substr(u.region_code, 1, 5) as code, count(*) as units,
                                     sum(i.seats) as seats, bool_and(i.in_person) as in_person
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
                Boolean.TRUE.equals(row.get("in_person", Boolean.class)));
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
