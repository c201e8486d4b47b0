package id.hadir.events.invitation;

import id.hadir.kit.listing.Cursor;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps the sendings of each event. Whoever adds one holds the lock on its event. */
@Component
class WaveStore {

    private final DatabaseClient database;

    WaveStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Integer> nextNumber(UUID eventId) {
        return database.sql(
                        """
                        select coalesce(max(number), 0) + 1 as number from invitation_wave
                        where event_id = :eventId
                        """)
                .bind("eventId", eventId)
                .map(row -> Objects.requireNonNull(row.get("number", Integer.class)))
                .one();
    }

    Mono<Void> add(UUID eventId, Wave wave) {
        return database.sql(
                        """
                        insert into invitation_wave
                            (event_id, number, sent_at, sent_by, answer_by, added, changed, seats)
                        values (:eventId, :number, :sentAt, :sentBy, :answerBy, :added, :changed, :seats)
                        """)
                .bind("eventId", eventId)
                .bind("number", wave.number())
                .bind("sentAt", wave.sentAt())
                .bind("sentBy", wave.sentBy())
                .bind(
                        "answerBy",
                        Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, offset(wave.answerBy())))
                .bind("added", wave.added())
                .bind("changed", wave.changed())
                .bind("seats", wave.seats())
                .then();
    }

    /** The latest first. */
    Mono<Listing<Wave>> list(UUID eventId, PageRequest page) {
        return database.sql(
                        """
                        select * from invitation_wave
                        where event_id = :eventId and number < :before order by number desc limit :limit
                        """)
                .bind("eventId", eventId)
                .bind("before", page.after() == null ? Integer.MAX_VALUE : number(page.after()))
                .bind("limit", page.limitPlusOne())
                .map(WaveStore::wave)
                .all()
                .collectList()
                .map(
                        rows ->
                                Listing.of(
                                        rows,
                                        page,
                                        wave -> Cursor.of(String.valueOf(wave.number()))));
    }

    private static Wave wave(Readable row) {
        return new Wave(
                Objects.requireNonNull(row.get("number", Integer.class)),
                Objects.requireNonNull(row.get("sent_at", Instant.class)),
                Objects.requireNonNull(row.get("sent_by", String.class)),
                row.get("answer_by", Instant.class),
                Objects.requireNonNull(row.get("added", Long.class)),
                Objects.requireNonNull(row.get("changed", Long.class)),
                Objects.requireNonNull(row.get("seats", Long.class)));
    }

    private static int number(Cursor after) {
        try {
            return Integer.parseInt(after.key(0));
        } catch (NumberFormatException notOurs) {
            throw Cursor.invalid();
        }
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
