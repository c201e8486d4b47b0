package id.hadir.attendance.registration;

import static id.hadir.attendance.registration.RegistrationRow.given;

import id.hadir.attendance.eventcopy.EventRow;
import id.hadir.attendance.form.Place;
import id.hadir.kit.listing.Cursor;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads registrations. */
@Component
public class RegistrationQueries {

    private final DatabaseClient database;

    RegistrationQueries(DatabaseClient database) {
        this.database = database;
    }

    /**
     * @param remaining null when the event has no limit
     */
    public record Availability(
            @Nullable Integer capacity,
            int confirmed,
            int waitlisted,
            @Nullable Integer remaining) {}

    /** Empty for an event that the public does not see. */
    public Mono<Availability> availability(UUID eventId) {
        return database.sql(
                        "select s.confirmed, s.waitlisted, "
                                + EventRow.COLUMNS
                                + " from event join event_seats s on s.event_id = event.event_id"
                                + " where event.event_id = :event and event.status <> 'draft'")
                .bind("event", eventId)
                .map(RegistrationQueries::availabilityOf)
                .one();
    }

    private static Availability availabilityOf(Readable row) {
        int confirmed = given(row, "confirmed", Integer.class);
        return new Availability(
                row.get("capacity", Integer.class),
                confirmed,
                given(row, "waitlisted", Integer.class),
                EventRow.read(row).remaining(confirmed));
    }

    /** With the present status and place on the waitlist. */
    Mono<Receipt> byCode(String bareCode) {
        return database.sql(
                        "select "
                                + RegistrationRow.COLUMNS
                                + ", "
                                + EventRow.COLUMNS.replace("event.event_id, ", "")
                                + """
                                , case when r.status = 'waitlisted' then
                                    (select count(*)::int from registration w
                                     where w.event_id = r.event_id and w.status = 'waitlisted'
                                       and w.waitlist_no <= r.waitlist_no) end as place
                                from registration r join event on event.event_id = r.event_id
                                where r.code = :code
                                limit 1
                                """)
                .bind("code", bareCode)
                .map(
                        row -> {
                            Registration registration = RegistrationRow.read(row);
                            return new Receipt(
                                    EventRow.read(row),
                                    registration,
                                    registration.status(),
                                    row.get("place", Integer.class));
                        })
                .one();
    }

    /**
     * Which registrations of an event are asked for; null is all.
     *
     * @param text part of a name, of a unit's name, or the beginning of a NIP
     * @param kind kind of the unit
     * @param attendedOnly those who were checked in
     */
    public record Filter(
            @Nullable UUID unitId,
            Registration.@Nullable Status status,
            @Nullable String text,
            @Nullable String kind,
            boolean attendedOnly) {}

    private static final String MATCHES =
            """
             from registration r
            where r.event_id = :event
              and (cardinality(:units) = 0 or r.unit_id = any(:units))
              and (:status = '' or r.status = :status)
              and (:kind = '' or r.unit_kind = :kind)
              and (not :attended or r.checked_in_at is not null)
              and (:text = '' or r.name ilike :pattern or r.unit_name ilike :pattern
                   or starts_with(r.nip, :text))
            """;

    /** In the order in which they were made. */
    public Mono<Listing<Registration>> list(UUID eventId, Filter filter, PageRequest page) {
        String sql =
                "select "
                        + RegistrationRow.COLUMNS
                        + MATCHES
                        + " and r.registration_id > :after order by r.registration_id limit :limit";
        return matching(sql, eventId, filter)
                .bind("after", after(page))
                .bind("limit", page.limitPlusOne())
                .map(RegistrationRow::read)
                .all()
                .collectList()
                .map(rows -> Listing.of(rows, page, row -> Cursor.of(row.id().toString())));
    }

    /** How many there are on all pages, and on those before this one. */
    public Mono<Place> place(UUID eventId, Filter filter, PageRequest page) {
        String sql =
                "select count(*) as matches, count(*) filter (where r.registration_id <= :after) as"
                        + " before"
                        + MATCHES;
        return matching(sql, eventId, filter)
                .bind("after", after(page))
                .map(
                        row ->
                                new Place(
                                        given(row, "before", Long.class),
                                        given(row, "matches", Long.class)))
                .one();
    }

    private GenericExecuteSpec matching(String sql, UUID eventId, Filter filter) {
        String text = filter.text() == null ? "" : filter.text().strip();
        return database.sql(sql)
                .bind("event", eventId)
                .bind("units", filter.unitId() == null ? new UUID[0] : new UUID[] {filter.unitId()})
                .bind("status", filter.status() == null ? "" : filter.status().code())
                .bind("kind", filter.kind() == null ? "" : filter.kind())
                .bind("attended", filter.attendedOnly())
                .bind("text", text)
                .bind("pattern", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%");
    }

    private static UUID after(PageRequest page) {
        if (page.after() == null) {
            return new UUID(0, 0);
        }
        try {
            return UUID.fromString(page.after().key(0));
        } catch (IllegalArgumentException otherList) {
            throw Cursor.invalid();
        }
    }
}
