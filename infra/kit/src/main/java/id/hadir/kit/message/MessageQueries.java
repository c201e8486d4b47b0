package id.hadir.kit.message;

import id.hadir.kit.listing.Cursor;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.message.MessageReport.Row;
import id.hadir.kit.message.MessageReport.Total;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Reads what the outbox holds of an event. */
class MessageQueries {

    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private static final String STATE =
            """
            case when sent_at is not null then 'delivered'
                 when given_up_at is null then 'waiting'
                 when failure = 'refused' then 'refused'
                 when failure = 'nothing-to-send' then 'dropped'
                 else 'given-up' end\
            """;

    private final DatabaseClient database;

    MessageQueries(DatabaseClient database) {
        this.database = database;
    }

    /** A row without its addressee's name. */
    record Found(UUID subjectId, Row row) {}

    Mono<List<Total>> totals(UUID eventId) {
        return database.sql(
                        "select kind, channel, "
                                + STATE
                                + """
                                 as state, count(*) as count
                                from outbox where event_id = :event group by 1, 2, 3 order by 1, 2, 3
                                """)
                .bind("event", eventId)
                .map(
                        row ->
                                new Total(
                                        given(row, "kind", String.class),
                                        given(row, "channel", String.class),
                                        state(row),
                                        given(row, "count", Long.class)))
                .all()
                .collectList();
    }

    /** The newest first; one more than asked for. */
    Mono<List<Found>> list(UUID eventId, MessageFilter filter, PageRequest page) {
        return database.sql(
                        """
                        select message_id, subject_id, kind, channel, created_at, sent_at, attempts,
                            case when sent_at is null then failure end as failure, %1$s as state
                        from outbox
                        where event_id = :event and message_id < :before
                          and :kind in ('', kind) and :channel in ('', channel) and :state in ('', %1$s)
                        order by message_id desc limit :limit
                        """
                                .formatted(STATE))
                .bind("event", eventId)
                .bind("before", page.after() == null ? AFTER_ALL : id(page.after().key(0)))
                .bind("kind", filter.kind())
                .bind("channel", filter.channel())
                .bind("state", filter.state())
                .bind("limit", page.limitPlusOne())
                .map(MessageQueries::found)
                .all()
                .collectList();
    }

    static Cursor cursor(Found found) {
        return Cursor.of(found.row().id().toString());
    }

    private static Found found(Readable row) {
        return new Found(
                given(row, "subject_id", UUID.class),
                new Row(
                        given(row, "message_id", UUID.class),
                        given(row, "kind", String.class),
                        given(row, "channel", String.class),
                        state(row),
                        null,
                        null,
                        given(row, "created_at", Instant.class),
                        row.get("sent_at", Instant.class),
                        given(row, "attempts", Integer.class),
                        row.get("failure", String.class)));
    }

    private static MessageState state(Readable row) {
        return MessageState.ofCode(given(row, "state", String.class)).orElseThrow();
    }

    private static UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.invalid();
        }
    }

    private static <T> T given(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
