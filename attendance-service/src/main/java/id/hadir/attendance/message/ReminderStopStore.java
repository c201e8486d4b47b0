package id.hadir.attendance.message;

import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who wants no reminders of an event any more. */
@Component
class ReminderStopStore {

    private final DatabaseClient database;

    ReminderStopStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Boolean> isStopped(Recipient recipient) {
        return database.sql(
                        """
                        select exists (select from reminder_stop
                                       where event_id = :event and registration_id = :registration) as stopped
                        """)
                .bind("event", recipient.eventId())
                .bind("registration", recipient.registrationId())
                .map(row -> Objects.requireNonNull(row.get("stopped", Boolean.class)))
                .one();
    }

    /** Whether that changed anything. */
    Mono<Boolean> stop(Recipient recipient, Instant now) {
        return database.sql(
                        """
                        insert into reminder_stop (event_id, registration_id, stopped_at)
                        values (:event, :registration, :now) on conflict do nothing
                        """)
                .bind("event", recipient.eventId())
                .bind("registration", recipient.registrationId())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Whether that changed anything. */
    Mono<Boolean> resume(Recipient recipient) {
        return database.sql(
                        """
                        delete from reminder_stop where event_id = :event and registration_id = :registration
                        """)
                .bind("event", recipient.eventId())
                .bind("registration", recipient.registrationId())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }
}
