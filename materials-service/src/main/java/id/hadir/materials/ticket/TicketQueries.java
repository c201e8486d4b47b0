package id.hadir.materials.ticket;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the registration that a ticket stands for. */
@Component
public class TicketQueries {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final int LOOKS = 10;

    private final DatabaseClient database;

    TicketQueries(DatabaseClient database) {
        this.database = database;
    }

    /**
     * The holder of a ticket of that event, once it suffices. A ticket that is unknown, or does not
     * suffice yet, may be on its way with the feed: it is looked for again for a second, and then
     * answered as it is.
     *
     * @param suffices whether the holder opens what is asked for
     */
    public Mono<TicketHolder> await(
            UUID eventId, TicketCode code, Predicate<TicketHolder> suffices) {
        return find(eventId, code)
                .filter(suffices)
                .repeatWhenEmpty(times -> times.take(LOOKS).delayElements(LOOK_EVERY))
                .switchIfEmpty(Mono.defer(() -> find(eventId, code)));
    }

    private Mono<TicketHolder> find(UUID eventId, TicketCode code) {
        return database.sql(
                        """
                        select event_id, registration_id, unit_id, unit_name, status, attended
                        from ticket_copy
                        where event_id = :event and ticket_hash = :hash
                        limit 1
                        """)
                .bind("event", eventId)
                .bind("hash", code.hash())
                .map(TicketQueries::holder)
                .one();
    }

    private static TicketHolder holder(Readable row) {
        return new TicketHolder(
                Objects.requireNonNull(row.get("event_id", UUID.class)),
                Objects.requireNonNull(row.get("registration_id", UUID.class)),
                row.get("unit_id", UUID.class),
                Objects.requireNonNull(row.get("unit_name", String.class)),
                Objects.requireNonNull(row.get("status", String.class)),
                Boolean.TRUE.equals(row.get("attended", Boolean.class)));
    }
}
