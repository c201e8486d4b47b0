package id.hadir.gateway.oidc;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** In the database, and not in this process: the browser may come back to any replica. */
@Component
class PendingRequestStore {

    private final DatabaseClient database;
    private final JsonMapper json;
    private final Clock clock;

    PendingRequestStore(DatabaseClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    Mono<Void> add(ByteBuffer hash, PendingRequest request, Instant expiresAt) {
        return database.sql(
                        """
                        insert into oidc_request (hash, request, expires_at)
                        values (:hash, :request::jsonb, :expiresAt)
                        """)
                .bind("hash", hash)
                .bind("request", json.writeValueAsString(request))
                .bind("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
                .then();
    }

    /** Takes it away: empty for the next who asks, and when it is too old. */
    Mono<PendingRequest> take(ByteBuffer hash) {
        return database.sql(
                        """
                        delete from oidc_request where hash = :hash and expires_at > :now
                        returning request::text as request
                        """)
                .bind("hash", hash)
                .bind("now", OffsetDateTime.now(clock))
                .mapValue(String.class)
                .one()
                .map(text -> json.readValue(text, PendingRequest.class));
    }

    Mono<Void> removeExpired() {
        return database.sql("delete from oidc_request where expires_at < :now")
                .bind("now", OffsetDateTime.now(clock))
                .then();
    }
}
