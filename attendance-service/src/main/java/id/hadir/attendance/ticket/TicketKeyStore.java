package id.hadir.attendance.ticket;

import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps the keys. Two replicas that start at once may each add one: both are valid, and the newest
 * signs.
 */
@Component
class TicketKeyStore {

    private final DatabaseClient database;

    TicketKeyStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<TicketKey>> newestFirst() {
        return database.sql("select kid, secret from ticket_key order by created_at desc, kid")
                .map(
                        row ->
                                new TicketKey(
                                        Objects.requireNonNull(row.get("kid", String.class)),
                                        Objects.requireNonNull(row.get("secret", byte[].class))))
                .all()
                .collectList();
    }

    Mono<Void> add(String kid, byte[] secret) {
        return database.sql(
                        "insert into ticket_key (kid, secret, created_at) values (:kid, :secret,"
                                + " now())")
                .bind("kid", kid)
                .bind("secret", secret)
                .fetch()
                .rowsUpdated()
                .then();
    }
}
