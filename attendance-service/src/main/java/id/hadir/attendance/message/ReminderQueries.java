package id.hadir.attendance.message;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventRow;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Of which events reminders may be due. */
@Component
class ReminderQueries {

    private final DatabaseClient database;

    ReminderQueries(DatabaseClient database) {
        this.database = database;
    }

    /** Those that begin then, with the hour of day or, while only the day is known, midnight. */
    Flux<Event> beginningBetween(Instant from, Instant to) {
        return database.sql(
                        "select "
                                + EventRow.COLUMNS
                                + """
                                 from event
                                where status = 'published'
                                  and coalesce(starts_at, event_date::timestamp at time zone 'Asia/Jakarta')
                                      between :from and :to
                                """)
                .bind("from", from)
                .bind("to", to)
                .map(EventRow::read)
                .all();
    }
}
