package id.hadir.gateway.signin;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class KnownBrowserStore {

    private final DatabaseClient database;
    private final Clock clock;

    KnownBrowserStore(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether the account of that user name has signed in there. */
    Mono<Boolean> knows(Credential browser, String username) {
        return database.sql(
                        """
                        select true from known_browser k join account a on a.id = k.account_id
                        where k.credential_hash = :hash and lower(a.username) = lower(:username)
                        """)
                .bind("hash", browser.hash())
                .bind("username", username)
                .mapValue(Boolean.class)
                .one()
                .defaultIfEmpty(false);
    }

    Mono<Void> remember(Credential browser, UUID accountId) {
        return database.sql(
                        """
                        insert into known_browser (credential_hash, account_id, seen_at)
                        values (:hash, :account, :now)
                        on conflict (credential_hash, account_id) do update set seen_at = :now
                        """)
                .bind("hash", browser.hash())
                .bind("account", accountId)
                .bind("now", OffsetDateTime.now(clock))
                .then();
    }

    Mono<Void> removeOlderThan(Instant limit) {
        return database.sql("delete from known_browser where seen_at < :limit")
                .bind("limit", limit.atOffset(ZoneOffset.UTC))
                .then();
    }
}
