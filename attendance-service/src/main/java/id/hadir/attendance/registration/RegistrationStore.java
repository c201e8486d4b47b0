package id.hadir.attendance.registration;

import static id.hadir.attendance.registration.RegistrationRow.given;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventRow;
import id.hadir.attendance.registration.Registration.Status;
import id.hadir.kit.feed.Feed;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/** Writes registrations and the event's row of seats. */
@Component
class RegistrationStore {

    private static final String ADD =
            """
            with seats as (
                update event_seats
                set confirmed = :confirmed, waitlisted = :waitlisted, next_waitlist_no = :nextWaitlistNo,
                    version = version + 1
                where event_id = :event and version = :version
                returning event_id),
            added as (
                insert into registration (event_id, registration_id, status, unit_id, unit_key, unit_name,
                    unit_kind, unit_region_code, name, bare_name, nip, position, phone, email, representing,
                    representing_position, representing_name, representing_basis, source, code, waitlist_no,
                    idempotency_key, body_hash, first_status, first_waitlist_position, registered_at,
                    checked_in_at, device)
                select seats.event_id, a.* from seats cross join unnest(
                    :ids::uuid[], :statuses::text[], :units::uuid[], :unitKeys::text[], :unitNames::text[],
                    :unitKinds::text[], :unitRegions::text[], :names::text[], :bareNames::text[],
                    :nips::text[], :positions::text[], :phones::text[], :emails::text[],
                    :representing::boolean[], :theirPositions::text[], :theirNames::text[], :bases::text[],
                    :sources::text[], :codes::text[], :waitlistNos::bigint[], :keys::text[], :hashes::text[],
                    :statuses::text[], :places::integer[], :registeredAt::timestamptz[],
                    :checkedInAt::timestamptz[], :devices::text[]) as a),
            told as (
            """
                    + Feed.INSERT
                    + """
                    where exists (select from seats))
                    select exists (select from seats)
                    """;

    private final DatabaseClient database;

    RegistrationStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Makes everybody else wait who decides about this event's seats, on whatever replica, and
     * makes void what was decided without the lock and is not written yet. Empty when the event is
     * unknown. It begins a transaction, whose other steps follow.
     *
     * <p>It also forbids full scans to the rest of the transaction: on a table that was never
     * analysed the planner takes it for tiny, and would keep that plan while a rush fills it.
     *
     * <p>The event itself is read by a statement of its own, sent right behind: one that has waited
     * for a lock reads only the locked row anew, and the event as it was before the wait. Neither
     * is cut off because the other found nothing: the driver answers a connection's statements in
     * order, and one that nobody listens to can hold up the next.
     */
    Mono<EventSeats> lock(UUID eventId) {
        Mono<Optional<Function<Event, EventSeats>>> seats =
                database.sql(
                                """
                                update event_seats set version = version + 1 where event_id = :event
                                returning confirmed, waitlisted, next_waitlist_no, version,
                                    set_config('enable_seqscan', 'off', true) as no_full_scans
                                """)
                        .bind("event", eventId)
                        .map(RegistrationStore::seatsOf)
                        .one()
                        .singleOptional();
        Mono<Optional<Event>> event =
                database.sql("select " + EventRow.COLUMNS + " from event where event_id = :event")
                        .bind("event", eventId)
                        .map(EventRow::read)
                        .one()
                        .singleOptional();
        return Mono.zipDelayError(seats, event)
                // the second fails because the first did
                .onErrorMap(failure -> Exceptions.unwrapMultiple(failure).getFirst())
                .mapNotNull(both -> both.getT1().flatMap(both.getT2()::map).orElse(null));
    }

    static Function<Event, EventSeats> seatsOf(Readable row) {
        int confirmed = given(row, "confirmed", Integer.class);
        int waitlisted = given(row, "waitlisted", Integer.class);
        long next = given(row, "next_waitlist_no", Long.class);
        long version = given(row, "version", Long.class);
        return event -> new EventSeats(event, confirmed, waitlisted, next, version);
    }

    /**
     * Writes new registrations, what is left of the seats, and what others are told of it, in one
     * statement; nothing, and false, when somebody else has decided about the seats since they were
     * read.
     */
    Mono<Boolean> add(
            List<Receipt> receipts,
            List<Application.@Nullable IdempotencyKey> keys,
            EventSeats seats,
            Feed.Entry told) {
        return new RegistrationRows(receipts, keys)
                .bind(Feed.bind(database.sql(ADD), told))
                .bind("event", seats.event().id())
                .bind("version", seats.version())
                .bind("confirmed", seats.confirmed())
                .bind("waitlisted", seats.waitlisted())
                .bind("nextWaitlistNo", seats.nextWaitlistNo())
                .mapValue(Boolean.class)
                .one();
    }

    /** Counts one row when the registration still had the version that was read. */
    Mono<Long> change(Registration registration, Status next) {
        return database.sql(
                        """
                        update registration set status = :status, version = version + 1
                        where event_id = :event and registration_id = :id and version = :version
                        """)
                .bind("event", registration.eventId())
                .bind("id", registration.id())
                .bind("version", registration.version())
                .bind("status", next.code())
                .fetch()
                .rowsUpdated();
    }

    Mono<Void> keep(EventSeats seats) {
        return database.sql(
                        """
                        update event_seats
                        set confirmed = :confirmed, waitlisted = :waitlisted, next_waitlist_no = :nextWaitlistNo
                        where event_id = :event
                        """)
                .bind("event", seats.event().id())
                .bind("confirmed", seats.confirmed())
                .bind("waitlisted", seats.waitlisted())
                .bind("nextWaitlistNo", seats.nextWaitlistNo())
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Locked, so that no check-in happens meanwhile. */
    Mono<Registration> find(UUID eventId, String code) {
        return database.sql(
                        "select "
                                + RegistrationRow.COLUMNS
                                + " from registration r where r.event_id = :event and r.code ="
                                + " :code for update")
                .bind("event", eventId)
                .bind("code", code)
                .map(RegistrationRow::read)
                .one();
    }
}
