package id.hadir.gateway.signin;

import id.hadir.gateway.account.AccountRow;
import id.hadir.gateway.signin.SignIn.Kind;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class SignInStore {

    private final DatabaseClient database;
    private final Clock clock;

    SignInStore(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * False when the account was changed since it was read: a new password, or none of the rights
     * left. The account's row is taken first, so that whoever changes it ends this sign-in as well.
     */
    Mono<Boolean> add(Credential credential, SignIn signIn, Origin origin) {
        return database.sql(
                        """
                        with signing_in as (
                            update account set last_sign_in_at = :now
                            where id = :account and version = :version and active
                            returning id)
                        insert into sign_in (credential_hash, id, kind, account_id, csrf_token,
                                             created_at, expires_at, name, address,
                                             second_factor)
                        select :hash, :id, :kind, signing_in.id, :csrf, :now, :expiresAt, :name,
                               :address, :bySecondFactor
                        from signing_in
                        """)
                .bind("hash", credential.hash())
                .bind("id", signIn.id())
                .bind("kind", signIn.kind().code())
                .bind("account", signIn.account().id())
                .bind("csrf", Parameters.in(R2dbcType.VARCHAR, signIn.csrfToken()))
                .bind("now", OffsetDateTime.now(clock))
                .bind("expiresAt", signIn.expiresAt().atOffset(ZoneOffset.UTC))
                .bind("name", Parameters.in(R2dbcType.VARCHAR, origin.name()))
                .bind("address", origin.address())
                .bind("bySecondFactor", signIn.bySecondFactor())
                .bind("version", signIn.account().version())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Empty when the credential is unknown, revoked, expired, or its account switched off. */
    Mono<SignIn> find(Kind kind, Credential credential) {
        return database.sql(
                        """
                        select a.id, a.username, a.name, a.role, a.agency_id, a.agency_name,
                               a.region_code, a.version, s.id as sign_in_id, s.csrf_token, s.expires_at,
                               s.last_used_at, s.second_factor
                        from sign_in s join account a on a.id = s.account_id
                        where s.credential_hash = :hash and s.kind = :kind
                          and s.expires_at > :now and a.active
                        """)
                .bind("hash", credential.hash())
                .bind("kind", kind.code())
                .bind("now", OffsetDateTime.now(clock))
                .map(row -> read(kind, row))
                .one();
    }

    /** Once a minute is enough to tell a forgotten token, and spares each request a write. */
    Mono<Void> markUsed(UUID id, Instant now, Instant unlessAfter) {
        return database.sql(
                        """
                        update sign_in set last_used_at = :now
                        where id = :id and (last_used_at is null or last_used_at < :unlessAfter)
                        """)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("id", id)
                .bind("unlessAfter", unlessAfter.atOffset(ZoneOffset.UTC))
                .then();
    }

    Mono<Void> markSecondFactor(ByteBuffer hash) {
        return database.sql("update sign_in set second_factor = true where credential_hash = :hash")
                .bind("hash", hash)
                .then();
    }

    /** False when the account has no such sign-in. */
    Mono<Boolean> remove(Kind kind, UUID accountId, UUID id) {
        return database.sql(
                        """
                        delete from sign_in
                        where id = :id and account_id = :account and kind = :kind
                        """)
                .bind("id", id)
                .bind("account", accountId)
                .bind("kind", kind.code())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> remove(Credential credential) {
        return database.sql("delete from sign_in where credential_hash = :hash")
                .bind("hash", credential.hash())
                .then();
    }

    Mono<Void> removeExpired() {
        return database.sql("delete from sign_in where expires_at < :now")
                .bind("now", OffsetDateTime.now(clock))
                .then();
    }

    private static SignIn read(Kind kind, Readable row) {
        return new SignIn(
                Objects.requireNonNull(row.get("sign_in_id", UUID.class)),
                kind,
                AccountRow.read(row),
                row.get("csrf_token", String.class),
                Objects.requireNonNull(time(row, "expires_at")),
                time(row, "last_used_at"),
                Boolean.TRUE.equals(row.get("second_factor", Boolean.class)));
    }

    static @Nullable Instant time(Readable row, String column) {
        OffsetDateTime time = row.get(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
