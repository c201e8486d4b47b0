package id.hadir.gateway.signin;

import id.hadir.gateway.account.Account;
import id.hadir.gateway.account.AccountRow;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sign-ins that wait for their code: in the database, as any replica may get it. */
@Component
class PendingSignInStore {

    private final DatabaseClient database;
    private final Clock clock;

    PendingSignInStore(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<Void> add(Credential credential, Account account, Instant expiresAt) {
        return database.sql(
                        """
                        insert into pending_sign_in (credential_hash, account_id, version, expires_at)
                        values (:hash, :account, :version, :expiresAt)
                        """)
                .bind("hash", credential.hash())
                .bind("account", account.id())
                .bind("version", account.version())
                .bind("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
                .then();
    }

    /** Empty when it is unknown or over, or its account has been changed since. */
    Mono<Account> find(Credential credential) {
        return database.sql(
                        """
                        select a.* from pending_sign_in p join account a on a.id = p.account_id
                        where p.credential_hash = :hash and p.expires_at > :now
                          and a.version = p.version and a.active
                        """)
                .bind("hash", credential.hash())
                .bind("now", OffsetDateTime.now(clock))
                .map(AccountRow::read)
                .one();
    }

    /** Counts a try before it is made; false when there is none left. */
    Mono<Boolean> takeTry(Credential credential, int most) {
        return database.sql(
                        """
                        update pending_sign_in set tries = tries + 1
                        where credential_hash = :hash and tries < :most
                        """)
                .bind("hash", credential.hash())
                .bind("most", most)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> remove(Credential credential) {
        return database.sql("delete from pending_sign_in where credential_hash = :hash")
                .bind("hash", credential.hash())
                .then();
    }

    Mono<Void> removeExpired() {
        return database.sql("delete from pending_sign_in where expires_at < :now")
                .bind("now", OffsetDateTime.now(clock))
                .then();
    }
}
