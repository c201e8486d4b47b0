package id.hadir.kit.secret;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The key that all replicas seal with, where the operator gives none. */
class SecretKeyStore {

    private final DatabaseClient database;
    private final Clock clock;

    SecretKeyStore(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The key in the database; that one where there is none yet. */
    Mono<byte[]> findOrKeep(byte[] fresh) {
        return database.sql(
                        """
                        insert into secret_key (id, key, created_at) values (1, :key, :now)
                        on conflict (id) do nothing
                        """)
                .bind("key", ByteBuffer.wrap(fresh))
                .bind("now", OffsetDateTime.now(clock))
                .then()
                .then(
                        database.sql("select key from secret_key where id = 1")
                                .mapValue(byte[].class)
                                .one());
    }
}
