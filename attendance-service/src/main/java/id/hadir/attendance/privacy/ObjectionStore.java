package id.hadir.attendance.privacy;

import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes objections and their answers. */
@Component
class ObjectionStore {

    private final DatabaseClient database;

    ObjectionStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * @return false when there are as many as may be
     */
    Mono<Boolean> add(UUID eventId, UUID registrationId, Objection objection, int atMost) {
        return database.sql(
                        """
                        insert into objection (event_id, objection_id, registration_id, text, made_at)
                        select :event, :id, :registration, :text, :at
                        where (select count(*) from objection
                               where event_id = :event and registration_id = :registration) < :atMost
                        """)
                .bind("event", eventId)
                .bind("id", objection.id())
                .bind("registration", registrationId)
                .bind("text", objection.text())
                .bind("at", objection.madeAt())
                .bind("atMost", atMost)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /**
     * @return false when somebody has answered, or its registration was erased
     */
    Mono<Boolean> answer(UUID eventId, UUID id, String answer, Instant now, String by) {
        return database.sql(
                        """
                        update objection set answer = :answer, answered_at = :now, answered_by = :by
                        where event_id = :event and objection_id = :id and answered_at is null
                          and text is not null
                        """)
                .bind("answer", answer)
                .bind("now", now)
                .bind("by", by)
                .bind("event", eventId)
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
