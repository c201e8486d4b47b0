package id.hadir.attendance.answer;

import id.hadir.attendance.checkin.Excuse;
import id.hadir.attendance.eventcopy.Unit;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the answer of one office. */
@Component
class AnswerQueries {

    private final DatabaseClient database;

    AnswerQueries(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Empty when no invitation of the event has that token. That of a merged office is for the one
     * that remains.
     */
    Mono<Invited> invitedBy(UUID eventId, String tokenHash) {
        return database.sql(
                        """
                        select u.unit_id, u.name as unit_name, u.kind, u.region_code,
                            coalesce(i.position, u.head_title, u.name) as addressee, i.in_person, i.answer_by,
                            a.answer, a.name, a.position, a.reason, a.note, a.late, a.answered_at,
                            (select count(*)::int from registration r
                             where r.event_id = i.event_id and r.unit_key = i.unit_id::text and r.active) as registrations
                        from invitation sent
                        join invitation i on i.event_id = sent.event_id
                          and i.unit_id = coalesce(sent.moved_to, sent.unit_id)
                        join unit u on u.unit_id = i.unit_id
                        left join answer a on a.event_id = i.event_id and a.unit_id = i.unit_id
                        where sent.event_id = :event and sent.token_hash = :token and not i.withdrawn
                        """)
                .bind("event", eventId)
                .bind("token", tokenHash)
                .map(AnswerQueries::invited)
                .one();
    }

    private static Invited invited(Readable row) {
        return new Invited(
                unit(row),
                Objects.requireNonNull(row.get("addressee", String.class)),
                Boolean.TRUE.equals(row.get("in_person", Boolean.class)),
                row.get("answer_by", Instant.class),
                answer(row),
                Objects.requireNonNull(row.get("registrations", Integer.class)));
    }

    static Unit unit(Readable row) {
        return new Unit(
                row.get("unit_id", UUID.class),
                Objects.requireNonNull(row.get("unit_name", String.class)),
                row.get("kind", String.class),
                row.get("region_code", String.class));
    }

    private static @Nullable Answer answer(Readable row) {
        return Answer.Kind.ofCode(row.get("answer", String.class))
                .map(
                        kind ->
                                new Answer(
                                        kind,
                                        row.get("name", String.class),
                                        row.get("position", String.class),
                                        Excuse.Reason.ofCode(row.get("reason", String.class)),
                                        row.get("note", String.class),
                                        Boolean.TRUE.equals(row.get("late", Boolean.class)),
                                        Objects.requireNonNull(
                                                row.get("answered_at", Instant.class))))
                .orElse(null);
    }
}
