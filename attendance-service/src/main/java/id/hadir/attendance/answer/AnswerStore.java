package id.hadir.attendance.answer;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps the last answer of each office, and its excuse with it. */
@Component
class AnswerStore {

    /** In place of the account that wrote an excuse down; no account can be called so. */
    private static final String BY_LINK = "(undangan)";

    private final DatabaseClient database;

    AnswerStore(DatabaseClient database) {
        this.database = database;
    }

    /** True when it is the first of the office. The row makes two at once take turns. */
    Mono<Boolean> put(UUID eventId, UUID unitId, Answer answer) {
        return database.sql(
                        """
                        insert into answer
                            (event_id, unit_id, answer, name, position, reason, note, late, answered_at)
                        values (:event, :unit, :answer, :name, :position, :reason, :note, :late, :at)
                        on conflict (event_id, unit_id) do update set answer = excluded.answer, name = excluded.name,
                            position = excluded.position, reason = excluded.reason, note = excluded.note,
                            late = excluded.late, answered_at = excluded.answered_at
                        returning old.event_id is null as is_first
                        """)
                .bind("event", eventId)
                .bind("unit", unitId)
                .bind("answer", answer.kind().code())
                .bind("name", text(answer.name()))
                .bind("position", text(answer.position()))
                .bind("reason", text(answer.reason() == null ? null : answer.reason().code()))
                .bind("note", text(answer.note()))
                .bind("late", answer.late())
                .bind("at", answer.answeredAt())
                .map(row -> Objects.requireNonNull(row.get("is_first", Boolean.class)))
                .one()
                .delayUntil(
                        _ ->
                                answer.reason() == null
                                        ? comeAfterAll(eventId, unitId)
                                        : excuse(eventId, unitId));
    }

    /** As the desk would write it down, and over what the desk wrote: the last word counts. */
    private Mono<Long> excuse(UUID eventId, UUID unitId) {
        return database.sql(
                        """
                        insert into excuse (event_id, unit_id, reason, note, recorded_by, recorded_at)
                        select event_id, unit_id, reason, note, :by, answered_at from answer
                        where event_id = :event and unit_id = :unit
                        on conflict (event_id, unit_id) do update set reason = excluded.reason, note = excluded.note,
                            recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
                        """)
                .bind("event", eventId)
                .bind("unit", unitId)
                .bind("by", BY_LINK)
                .fetch()
                .rowsUpdated();
    }

    /** Whoever wrote the excuse down: the office says otherwise now. */
    private Mono<Long> comeAfterAll(UUID eventId, UUID unitId) {
        return database.sql("delete from excuse where event_id = :event and unit_id = :unit")
                .bind("event", eventId)
                .bind("unit", unitId)
                .fetch()
                .rowsUpdated();
    }

    private static Parameter text(@Nullable String text) {
        return Parameters.in(R2dbcType.VARCHAR, text);
    }
}
