package id.hadir.gateway.signin;

import id.hadir.gateway.account.AccountRow;
import id.hadir.gateway.signin.SignIn.Kind;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
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

    Mono<Void> add(Credential credential, SignIn signIn) {
        return database.sql(
                        """
                        insert into sign_in (credential_hash, kind, account_id, csrf_token,
                                             created_at, expires_at)
                        values (:hash, :kind, :account, :csrf, :now, :expiresAt)
                        """)
                .bind("hash", credential.hash())
                .bind("kind", signIn.kind().code())
                .bind("account", signIn.account().id())
                .bind("csrf", Parameters.in(R2dbcType.VARCHAR, signIn.csrfToken()))
                .bind("now", OffsetDateTime.now(clock))
                .bind("expiresAt", signIn.expiresAt().atOffset(ZoneOffset.UTC))
                .then();
    }

    /** Empty when the credential is unknown, revoked, expired, or its account switched off. */
    Mono<SignIn> find(Kind kind, Credential credential) {
        return database.sql(
                        """
                        select a.id, a.username, a.name, a.role, a.agency_id, a.agency_name,
                               a.region_code, s.csrf_token, s.expires_at
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
                kind,
                AccountRow.read(row),
                row.get("csrf_token", String.class),
                Objects.requireNonNull(row.get("expires_at", OffsetDateTime.class)).toInstant());
    }
}
