package id.hadir.attendance.registration;

import static id.hadir.attendance.registration.RegistrationRow.given;

import id.hadir.attendance.eventcopy.Event;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    private record Locked(UUID eventId, int waitlisted) {}

    /**
     * Locks all of the events, in an order that all who lock several keep to, and tells those that
     * somebody waits for: whoever decides about seats meanwhile is done, or will decide anew.
     */
    Mono<List<UUID>> lockAll(List<UUID> eventIds) {
        return database.sql(
                        """
                        with locked as (
                            select event_id from event_seats where event_id = any(:events)
                            order by event_id for no key update)
                        update event_seats s set version = version + 1
                        from locked where s.event_id = locked.event_id
                        returning s.event_id, s.waitlisted
                        """)
                .bind("events", eventIds.toArray(UUID[]::new))
                .map(
                        row ->
                                new Locked(
                                        given(row, "event_id", UUID.class),
                                        given(row, "waitlisted", Integer.class)))
                .all()
                .filter(locked -> locked.waitlisted() > 0)
                .map(Locked::eventId)
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

    /** The same person of the same unit, by NIP or by bare name. */
    Mono<Registration> find(Application application) {
        UUID unitId = application.office().unitId();
        return database.sql(
                        "select "
                                + RegistrationRow.COLUMNS
                                + """
                                 from registration r
                                where r.event_id = :event and r.status = 'waitlisted'
                                  and r.unit_id in (
                                      select coalesce(merged_into, unit_id) from unit where unit_id = any(:units))
                                  and (r.nip = any(:nips)
                                       or (r.bare_name = :name and (r.nip is null or cardinality(:nips) = 0)))
                                order by r.waitlist_no
                                limit 1
                                """)
                .bind("event", application.eventId())
                .bind("units", unitId == null ? new UUID[0] : new UUID[] {unitId})
                .bind(
                        "nips",
                        application.nip() == null
                                ? new String[0]
                                : new String[] {application.nip()})
                .bind("name", application.attendee().name().bare())
                .map(RegistrationRow::read)
                .one();
    }

    /**
     * @param key answers the door's request from now on, and no longer that of who registered: a
     *     registration has one key, and theirs has done its work. Without it theirs stays
     */
    Mono<Void> letIn(Registration guest, Application.@Nullable IdempotencyKey key) {
        return database.sql(
                        """
                        update registration
                        set status = :status, source = :source, checked_in_at = :at, device = :device, version = :version,
                            idempotency_key = coalesce(:key, idempotency_key), body_hash = coalesce(:hash, body_hash),
                            first_status = case when :key is null then first_status else :status end,
                            first_waitlist_position = case when :key is null then first_waitlist_position end
                        where event_id = :event and registration_id = :id and status = 'waitlisted'
                        """)
                .bind("event", guest.eventId())
                .bind("id", guest.id())
                .bind("status", guest.status().code())
                .bind("source", guest.source().code())
                .bind("at", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, utc(guest)))
                .bind("device", Parameters.in(R2dbcType.VARCHAR, guest.device()))
                .bind("version", guest.version())
                .bind("key", Parameters.in(R2dbcType.VARCHAR, key == null ? null : key.key()))
                .bind("hash", Parameters.in(R2dbcType.VARCHAR, key == null ? null : key.bodyHash()))
                .fetch()
                .rowsUpdated()
                .then();
    }

    private static @Nullable OffsetDateTime utc(Registration guest) {
        return guest.checkedInAt() == null ? null : guest.checkedInAt().atOffset(ZoneOffset.UTC);
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
