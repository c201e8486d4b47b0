package id.hadir.attendance.registration;

import static id.hadir.attendance.registration.RegistrationRow.given;

import id.hadir.attendance.eventcopy.Event;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads and moves the waitlist of an event whose seats are locked. */
@Component
class WaitlistStore {

    private final DatabaseClient database;

    WaitlistStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Those of the events that somebody waits for, in an order that all who lock several keep to.
     */
    Mono<List<UUID>> withWaitlist(List<UUID> eventIds) {
        return database.sql(
                        """
                        select event_id from event_seats where event_id = any(:events) and waitlisted > 0 order by event_id
                        """)
                .bind("events", eventIds.toArray(UUID[]::new))
                .map(row -> given(row, "event_id", UUID.class))
                .all()
                .collectList();
    }

    /** Those who wait longest, but for units whose seats are all confirmed. */
    Mono<List<Waitlist.Waiting>> first(Event event, int limit) {
        return database.sql(
                        "select * from (select "
                                + RegistrationRow.COLUMNS
                                + """
                                , case when i.unit_id is null and :open then null
                                       when i.unit_id is null or i.withdrawn then 0
                                       else i.seats end as unit_seats,
                                  (select count(*)::int from registration c
                                   where c.event_id = r.event_id and c.unit_key = r.unit_key and c.active
                                     and c.status = 'confirmed') as unit_confirmed
                                from registration r
                                left join invitation i on i.event_id = r.event_id and i.unit_id = r.unit_id
                                where r.event_id = :event and r.status = 'waitlisted') waiting
                                where unit_seats is null or unit_confirmed < unit_seats
                                order by waitlist_no
                                limit :limit
                                """)
                .bind("event", event.id())
                .bind("open", event.mode() == Event.Mode.OPEN)
                .bind("limit", limit)
                .map(
                        row ->
                                new Waitlist.Waiting(
                                        RegistrationRow.read(row),
                                        row.get("unit_seats", Integer.class),
                                        given(row, "unit_confirmed", Integer.class)))
                .all()
                .collectList();
    }

    Mono<Void> confirm(UUID eventId, List<UUID> registrationIds) {
        return database.sql(
                        """
                        update registration set status = 'confirmed', version = version + 1
                        where event_id = :event and registration_id = any(:ids) and status = 'waitlisted'
                        """)
                .bind("event", eventId)
                .bind("ids", registrationIds.toArray(UUID[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }
}
