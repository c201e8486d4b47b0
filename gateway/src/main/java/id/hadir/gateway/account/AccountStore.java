package id.hadir.gateway.account;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class AccountStore {

    record WithPassword(Account account, String passwordHash) {}

    private final DatabaseClient database;
    private final Clock clock;

    AccountStore(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** False when the user name is taken, whatever its case. */
    Mono<Boolean> add(Account account, String passwordHash) {
        return database.sql(
                        """
                        insert into account (id, username, name, role, agency_id, agency_name,
                                             region_code, password_hash, created_at)
                        values (:id, :username, :name, :role, :agencyId, :agencyName,
                                :regionCode, :passwordHash, :now)
                        on conflict (lower(username)) do nothing
                        """)
                .bind("id", account.id())
                .bind("username", account.username())
                .bind("name", account.name())
                .bind("role", account.role().code())
                .bind("agencyId", Parameters.in(R2dbcType.VARCHAR, account.agencyId()))
                .bind("agencyName", Parameters.in(R2dbcType.VARCHAR, account.agencyName()))
                .bind("regionCode", Parameters.in(R2dbcType.VARCHAR, account.regionCode()))
                .bind("passwordHash", passwordHash)
                .bind("now", OffsetDateTime.now(clock))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Empty as well for an account of an identity provider, which has no password here. */
    Mono<WithPassword> findActive(String username) {
        return database.sql(
                        """
                        select * from account
                        where lower(username) = lower(:username) and active
                          and password_hash is not null
                        """)
                .bind("username", username)
                .map(row -> new WithPassword(AccountRow.read(row), passwordHash(row)))
                .one();
    }

    private static String passwordHash(Readable row) {
        return Objects.requireNonNull(row.get("password_hash", String.class));
    }

    /** False when the account is no longer as it was read. */
    Mono<Boolean> change(ManagedAccount after) {
        Account account = after.account();
        return database.sql(
                        """
                        update account
                        set name = :name, role = :role, agency_id = :agencyId,
                            agency_name = :agencyName, region_code = :regionCode,
                            active = :active, version = version + 1
                        where id = :id and version = :version
                        """)
                .bind("name", account.name())
                .bind("role", account.role().code())
                .bind("agencyId", Parameters.in(R2dbcType.VARCHAR, account.agencyId()))
                .bind("agencyName", Parameters.in(R2dbcType.VARCHAR, account.agencyName()))
                .bind("regionCode", Parameters.in(R2dbcType.VARCHAR, account.regionCode()))
                .bind("active", after.active())
                .bind("id", account.id())
                .bind("version", account.version())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Boolean> hasPassword(UUID accountId) {
        return database.sql(
                        "select password_hash is not null as has_one from account where id = :id")
                .bind("id", accountId)
                .mapValue(Boolean.class)
                .one();
    }

    /** False when the account is no longer as it was read, or has no password here. */
    Mono<Boolean> changePassword(Account account, String passwordHash) {
        return database.sql(
                        """
                        update account set password_hash = :hash, version = version + 1
                        where id = :id and version = :version and password_hash is not null
                        """)
                .bind("hash", passwordHash)
                .bind("id", account.id())
                .bind("version", account.version())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** The new version; empty when the account is no longer as it was read. */
    Mono<Long> raiseVersion(Account account) {
        return database.sql(
                        """
                        update account set version = version + 1
                        where id = :id and version = :version returning version
                        """)
                .bind("id", account.id())
                .bind("version", account.version())
                .mapValue(Long.class)
                .one();
    }

    /**
     * All tokens and sessions of the account are dead from now on.
     *
     * @param kept hash of the one credential that goes on, or null
     */
    Mono<Void> endSignIns(UUID accountId, @Nullable ByteBuffer kept) {
        return database.sql(
                        """
                        delete from sign_in
                        where account_id = :account and credential_hash is distinct from :kept
                        """)
                .bind("account", accountId)
                .bind("kept", Parameters.in(R2dbcType.VARBINARY, kept))
                .then();
    }

    Mono<Boolean> isEmpty() {
        return database.sql("select 1 from account limit 1")
                .mapValue(Integer.class)
                .one()
                .hasElement()
                .map(found -> !found);
    }

    Mono<Void> nameAgency(String agencyId, String name) {
        return database.sql(
                        """
                        update account set agency_name = :name
                        where agency_id = :agencyId and agency_name is distinct from :name
                        """)
                .bind("name", name)
                .bind("agencyId", agencyId)
                .then();
    }
}
