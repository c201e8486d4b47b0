package id.hadir.gateway.health;

import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class DatabaseQueries {

    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final DatabaseClient database;

    DatabaseQueries(DatabaseClient database) {
        this.database = database;
    }

    Mono<Boolean> answers() {
        return database.sql("select 1")
                .mapValue(Integer.class)
                .one()
                .hasElement()
                .timeout(PATIENCE)
                .onErrorReturn(false);
    }
}
