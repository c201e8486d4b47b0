package id.hadir.gateway.oidc;

import id.hadir.gateway.account.Account;
import id.hadir.gateway.account.AccountRow;
import id.hadir.gateway.signin.Credential;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What of a sign-in belongs to the provider's session; it goes when the sign-in goes. */
@Component
class OidcSessionStore {

    /** A sign-in that is no more, and whose it was. */
    record Ended(UUID signInId, Account account) {}

    private final DatabaseClient database;
    private final Clock clock;

    OidcSessionStore(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<Void> add(UUID signInId, @Nullable String sid, byte[] sealedIdToken) {
        return database.sql(
                        """
                        insert into oidc_session (sign_in_id, sid, id_token)
                        values (:signIn, :sid, :idToken)
                        """)
                .bind("signIn", signInId)
                .bind("sid", Parameters.in(R2dbcType.VARCHAR, sid))
                .bind("idToken", ByteBuffer.wrap(sealedIdToken))
                .then();
    }

    /** Sealed; empty for a session that the provider knows nothing of. */
    Mono<byte[]> idToken(Credential session) {
        return database.sql(
                        """
                        select o.id_token from oidc_session o join sign_in s on s.id = o.sign_in_id
                        where s.credential_hash = :hash
                        """)
                .bind("hash", session.hash())
                .mapValue(byte[].class)
                .one();
    }

    /** False when it has been obeyed before. */
    Mono<Boolean> isNew(Logout logout) {
        return database.sql(
                        """
                        insert into oidc_logout (hash, expires_at) values (:hash, :expiresAt)
                        on conflict do nothing
                        """)
                .bind("hash", new Credential(logout.id()).hash())
                .bind("expiresAt", logout.expiresAt().atOffset(ZoneOffset.UTC).plusMinutes(5))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** All that the two name; one that is null does not narrow it. */
    Flux<Ended> end(Logout logout) {
        return database.sql(
                        """
                        delete from sign_in s using account a, oidc_session o
                        where a.id = s.account_id and o.sign_in_id = s.id
                          and a.oidc_issuer = :issuer
                          and (:subject::text is null or a.oidc_subject = :subject)
                          and (:sid::text is null or o.sid = :sid)
                        returning a.*, s.id as sign_in_id
                        """)
                .bind("issuer", logout.issuer())
                .bind("subject", Parameters.in(R2dbcType.VARCHAR, logout.subject()))
                .bind("sid", Parameters.in(R2dbcType.VARCHAR, logout.sid()))
                .map(OidcSessionStore::read)
                .all();
    }

    Mono<Void> forgetOldLogouts() {
        return database.sql("delete from oidc_logout where expires_at < :now")
                .bind("now", OffsetDateTime.now(clock))
                .then();
    }

    private static Ended read(Readable row) {
        return new Ended(
                Objects.requireNonNull(row.get("sign_in_id", UUID.class)), AccountRow.read(row));
    }
}
