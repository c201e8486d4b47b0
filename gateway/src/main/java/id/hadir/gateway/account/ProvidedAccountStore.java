package id.hadir.gateway.account;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Accounts that are known by issuer and subject. */
@Component
class ProvidedAccountStore {

    private final DatabaseClient database;
    private final Clock clock;

    ProvidedAccountStore(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Held until the transaction ends: of two sign-ins at once the second sees the first's. */
    Mono<ManagedAccount> hold(ProvidedAccount told) {
        return database.sql(
                        """
                        select *, false as second_factor from account
                        where oidc_issuer = :issuer and oidc_subject = :subject
                        for update
                        """)
                .bind("issuer", told.issuer())
                .bind("subject", told.subject())
                .map(AccountQueries::read)
                .one();
    }

    /**
     * False when somebody else has the user name; fails with a {@code DuplicateKeyException} when
     * the account is there already.
     */
    Mono<Boolean> add(Account account, String username, ProvidedAccount told) {
        return database.sql(
                        """
                        insert into account (id, username, name, role, agency_id, agency_name,
                                             region_code, oidc_issuer, oidc_subject, created_at)
                        values (:id, :username, :name, :role, :agencyId, :agencyName,
                                :regionCode, :issuer, :subject, :now)
                        on conflict (lower(username)) do nothing
                        """)
                .bind("id", account.id())
                .bind("username", username)
                .bind("name", account.name())
                .bind("role", account.role().code())
                .bind("agencyId", Parameters.in(R2dbcType.VARCHAR, account.agencyId()))
                .bind("agencyName", Parameters.in(R2dbcType.VARCHAR, account.agencyName()))
                .bind("regionCode", Parameters.in(R2dbcType.VARCHAR, account.regionCode()))
                .bind("issuer", told.issuer())
                .bind("subject", told.subject())
                .bind("now", OffsetDateTime.now(clock))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
