package id.hadir.gateway.token;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class SigningKeyStore {

    private final DatabaseClient database;

    SigningKeyStore(DatabaseClient database) {
        this.database = database;
    }

    Flux<SigningKey> newestFirst() {
        return database.sql("select jwk, created_at from signing_key order by created_at desc, kid")
                .map(SigningKeyStore::read)
                .all();
    }

    /** Until the transaction ends no other replica makes a key. */
    Mono<Void> lock() {
        return database.sql("lock table signing_key in share row exclusive mode").then();
    }

    Mono<Void> add(SigningKey key) {
        return database.sql(
                        "insert into signing_key (kid, jwk, created_at) values (:kid, :jwk, :at)")
                .bind("kid", key.kid())
                .bind("jwk", key.json())
                .bind("at", key.createdAt().atOffset(ZoneOffset.UTC))
                .then();
    }

    Mono<Void> removeOlderThan(Instant limit) {
        return database.sql("delete from signing_key where created_at < :limit")
                .bind("limit", limit.atOffset(ZoneOffset.UTC))
                .then();
    }

    private static SigningKey read(Readable row) {
        return SigningKey.parse(
                Objects.requireNonNull(row.get("jwk", String.class)),
                Objects.requireNonNull(row.get("created_at", OffsetDateTime.class)).toInstant());
    }
}
