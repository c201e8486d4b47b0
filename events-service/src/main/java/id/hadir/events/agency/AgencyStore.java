package id.hadir.events.agency;

import id.hadir.kit.listing.Cursor;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class AgencyStore {

    private final DatabaseClient database;

    AgencyStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Agency> add(Agency agency) {
        return database.sql(
                        """
                        insert into agency (id, name, kind, region_code)
                        values (:id, :name, :kind, :regionCode)
                        """)
                .bind("id", agency.id())
                .bind("name", agency.name())
                .bind("kind", agency.kind())
                .bind("regionCode", Parameters.in(R2dbcType.VARCHAR, agency.regionCode()))
                .then()
                .thenReturn(agency);
    }

    Mono<Agency> find(UUID id) {
        return database.sql("select id, name, kind, region_code from agency where id = :id")
                .bind("id", id)
                .map(AgencyStore::agency)
                .one();
    }

    /** In the order in which they were entered. */
    Mono<Listing<Agency>> list(PageRequest page) {
        return database.sql(
                        """
                        select id, name, kind, region_code from agency
                        where id::text > :after order by id::text limit :limit
                        """)
                .bind("after", page.after() == null ? "" : page.after().key(0))
                .bind("limit", page.limitPlusOne())
                .map(AgencyStore::agency)
                .all()
                .collectList()
                .map(rows -> Listing.of(rows, page, row -> Cursor.of(row.id().toString())));
    }

    private static Agency agency(Readable row) {
        return new Agency(
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("name", String.class)),
                Objects.requireNonNull(row.get("kind", String.class)),
                row.get("region_code", String.class));
    }
}
