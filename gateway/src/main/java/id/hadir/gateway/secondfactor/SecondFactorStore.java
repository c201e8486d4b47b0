package id.hadir.gateway.secondfactor;

import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class SecondFactorStore {

    /**
     * @param sealed the secret, readable with the key alone
     * @param lastStep step of the code that was used last
     */
    record Row(byte[] sealed, Instant begunAt, boolean confirmed, long lastStep) {}

    private final DatabaseClient database;
    private final Clock clock;

    SecondFactorStore(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<Row> find(UUID accountId) {
        return database.sql("select * from second_factor where account_id = :account")
                .bind("account", accountId)
                .map(SecondFactorStore::read)
                .one();
    }

    /** In place of one that was never confirmed; false when there is one that was. */
    Mono<Boolean> begin(UUID accountId, byte[] sealed) {
        return database.sql(
                        """
                        insert into second_factor as f (account_id, secret, begun_at)
                        values (:account, :secret, :now)
                        on conflict (account_id) do update set secret = :secret, begun_at = :now
                        where f.confirmed_at is null
                        """)
                .bind("now", OffsetDateTime.now(clock))
                .bind("account", accountId)
                .bind("secret", ByteBuffer.wrap(sealed))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** False when it is confirmed already, or no longer the secret that was read. */
    Mono<Boolean> confirm(UUID accountId, byte[] sealed, long step) {
        return database.sql(
                        """
                        update second_factor set confirmed_at = :now, last_step = :step
                        where account_id = :account and secret = :secret and confirmed_at is null
                        """)
                .bind("secret", ByteBuffer.wrap(sealed))
                .bind("now", OffsetDateTime.now(clock))
                .bind("step", step)
                .bind("account", accountId)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** False when that code or a later one was used: of two at once one is right. */
    Mono<Boolean> use(UUID accountId, long step) {
        return database.sql(
                        """
                        update second_factor set last_step = :step
                        where account_id = :account and last_step < :step
                        """)
                .bind("step", step)
                .bind("account", accountId)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> replaceRecoveryCodes(UUID accountId, List<ByteBuffer> hashes) {
        return database.sql("delete from recovery_code where account_id = :account")
                .bind("account", accountId)
                .then()
                .thenMany(Flux.fromIterable(hashes).concatMap(hash -> add(accountId, hash)))
                .then();
    }

    private Mono<Void> add(UUID accountId, ByteBuffer hash) {
        return database.sql(
                        "insert into recovery_code (account_id, code_hash) values (:account,"
                                + " :hash)")
                .bind("account", accountId)
                .bind("hash", hash)
                .then();
    }

    /** False when it is none of the account's, or was used before. */
    Mono<Boolean> useRecoveryCode(UUID accountId, ByteBuffer hash) {
        return database.sql(
                        """
                        update recovery_code set used_at = :now
                        where account_id = :account and code_hash = :hash and used_at is null
                        """)
                .bind("now", OffsetDateTime.now(clock))
                .bind("account", accountId)
                .bind("hash", hash)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** With its recovery codes. */
    Mono<Void> remove(UUID accountId) {
        return database.sql("delete from second_factor where account_id = :account")
                .bind("account", accountId)
                .then();
    }

    private static Row read(Readable row) {
        return new Row(
                Objects.requireNonNull(row.get("secret", byte[].class)),
                Objects.requireNonNull(row.get("begun_at", OffsetDateTime.class)).toInstant(),
                row.get("confirmed_at", OffsetDateTime.class) != null,
                Objects.requireNonNull(row.get("last_step", Long.class)));
    }
}
