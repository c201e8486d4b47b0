package id.hadir.gateway.account;

import id.hadir.kit.listing.Cursor;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class AccountQueries {

    private static final String SECOND_FACTOR =
            "exists (select 1 from second_factor f where f.account_id = account.id"
                    + " and f.confirmed_at is not null) as second_factor";

    private final DatabaseClient database;

    AccountQueries(DatabaseClient database) {
        this.database = database;
    }

    /** By user name; what is null in the filter does not narrow the list. */
    Mono<Listing<ManagedAccount>> list(AccountFilter filter, PageRequest page) {
        return database.sql(
                        """
                        select *, %s from account
                        where (:text::text is null or username ilike :text or name ilike :text)
                          and (:role::text is null or role = :role)
                          and (:active::boolean is null or active = :active)
                          and (:after::text is null or lower(username) > :after)
                        order by lower(username)
                        limit :limit
                        """
                                .formatted(SECOND_FACTOR))
                .bind("text", Parameters.in(R2dbcType.VARCHAR, filter.pattern()))
                .bind("role", Parameters.in(R2dbcType.VARCHAR, filter.role()))
                .bind("active", Parameters.in(R2dbcType.BOOLEAN, filter.active()))
                .bind("after", Parameters.in(R2dbcType.VARCHAR, after(page)))
                .bind("limit", page.limitPlusOne())
                .map(AccountQueries::read)
                .all()
                .collectList()
                .map(rows -> Listing.of(rows, page, AccountQueries::cursor));
    }

    private static @Nullable String after(PageRequest page) {
        Cursor cursor = page.after();
        return cursor == null ? null : cursor.key(0);
    }

    private static Cursor cursor(ManagedAccount row) {
        return Cursor.of(row.account().username().toLowerCase(Locale.ROOT));
    }

    Mono<ManagedAccount> find(UUID id) {
        return database.sql("select *, " + SECOND_FACTOR + " from account where id = :id")
                .bind("id", id)
                .map(AccountQueries::read)
                .one();
    }

    /**
     * The active administrators, held until the transaction ends: of two who take each other's role
     * away the second sees what the first has done.
     */
    Flux<ManagedAccount> holdAdmins() {
        return database.sql(
                        """
                        select *, %s from account where role = 'admin' and active
                        order by id for update
                        """
                                .formatted(SECOND_FACTOR))
                .map(AccountQueries::read)
                .all();
    }

    static ManagedAccount read(Readable row) {
        OffsetDateTime lastSignInAt = row.get("last_sign_in_at", OffsetDateTime.class);
        return new ManagedAccount(
                AccountRow.read(row),
                Objects.requireNonNull(row.get("active", Boolean.class)),
                Boolean.TRUE.equals(row.get("second_factor", Boolean.class)),
                lastSignInAt == null ? null : lastSignInAt.toInstant());
    }
}
