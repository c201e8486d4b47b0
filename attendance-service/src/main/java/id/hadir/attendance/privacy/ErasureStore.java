package id.hadir.attendance.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes the person out of registrations; each method is one step of a transaction. */
@Component
class ErasureStore {

    /**
     * Where the name was. The rows count on as they did: {@code bare_name} becomes {@code #3/2},
     * the third name and phone and the second NIP of the event, in an order that says nothing of
     * them, and {@code #3} for who had no NIP. So the same two people stay the same one, and two
     * others two, wherever {@code AttendanceQueries} counts people, and no unique index is broken:
     * the pair is as distinct within an office as name and NIP were.
     */
    private static final String ERASE =
            """
            with before as (
                select coalesce(max(split_part(substr(bare_name, 2), '/', 1)::int), 0) as names,
                    coalesce(max(nullif(split_part(bare_name, '/', 2), '')::int), 0) as nips
                from registration where event_id = :event and erased_at is not null),
            ranked as (
                select registration_id,
                    dense_rank() over (order by md5(:salt || bare_name || ' ' || coalesce(phone, ''))) as name_no,
                    case when nip is not null
                        then dense_rank() over (order by md5(:salt || nip) nulls last) end as nip_no
                from registration
                where event_id = :event and erased_at is null
                  and (:everybody or registration_id = any(:ids)))
            update registration r
            set name = '(data dihapus)',
                bare_name = '#' || (before.names + ranked.name_no) || coalesce('/' || (before.nips + ranked.nip_no), ''),
                nip = null, position = null, phone = null, email = null,
                representing_position = null, representing_name = null, representing_basis = null,
                code = '#' || gen_random_uuid(), idempotency_key = null, body_hash = null, device = null,
                erased_at = :now, version = r.version + 1
            from ranked cross join before
            where r.event_id = :event and r.registration_id = ranked.registration_id and r.erased_at is null
            returning r.registration_id, r.version
            """;

    private final DatabaseClient database;

    ErasureStore(DatabaseClient database) {
        this.database = database;
    }

    /** A registration that holds nobody any more. */
    record Erased(UUID id, long version) {}

    /** Makes replicas take turns with an event; false when another one is at it. */
    Mono<Boolean> tryLock(UUID eventId) {
        return database.sql("select pg_try_advisory_xact_lock(hashtext('erase ' || :event))")
                .bind("event", eventId.toString())
                .mapValue(Boolean.class)
                .one();
    }

    Mono<List<Erased>> erase(UUID eventId, Whose whose, Instant now) {
        return database.sql(ERASE)
                .bind("event", eventId)
                .bind("everybody", whose.everybody())
                .bind("ids", whose.ids().toArray(UUID[]::new))
                .bind("salt", UUID.randomUUID().toString())
                .bind("now", now)
                .map(
                        row ->
                                new Erased(
                                        Objects.requireNonNull(
                                                row.get("registration_id", UUID.class)),
                                        Objects.requireNonNull(row.get("version", Long.class))))
                .all()
                .collectList();
    }

    /**
     * What was written about them elsewhere: by their office, by themselves, in messages that
     * failed or are still to go out, and in the feed.
     */
    Mono<Void> forget(UUID eventId, UUID[] erased) {
        Mono<Long> notes =
                database.sql(
                                """
                                update excuse set note = null
                                where event_id = :event and note is not null and unit_id in (
                                    select unit_id from registration
                                    where event_id = :event and registration_id = any(:ids))
                                """)
                        .bind("event", eventId)
                        .bind("ids", erased)
                        .fetch()
                        .rowsUpdated();
        Mono<Long> answers =
                database.sql(
                                """
                                update answer set name = null, position = null, note = null
                                where event_id = :event and unit_id in (
                                    select unit_id from registration
                                    where event_id = :event and registration_id = any(:ids))
                                """)
                        .bind("event", eventId)
                        .bind("ids", erased)
                        .fetch()
                        .rowsUpdated();
        Mono<Long> objections =
                database.sql(
                                """
                                update objection set text = null, answer = null
                                where event_id = :event and registration_id = any(:ids)
                                """)
                        .bind("event", eventId)
                        .bind("ids", erased)
                        .fetch()
                        .rowsUpdated();
        Mono<Long> messages =
                database.sql(
                                """
                                delete from outbox where event_id = :event and subject_id = any(:ids)
                                """)
                        .bind("event", eventId)
                        .bind("ids", erased)
                        .fetch()
                        .rowsUpdated();
        Mono<Long> told =
                database.sql("select feed_forget(:event, :ids)")
                        .bind("event", eventId)
                        .bind("ids", erased)
                        .fetch()
                        .rowsUpdated();
        return notes.then(answers).then(objections).then(messages).then(told).then();
    }

    /** Once nobody is left: offices that only sent word have no registration. */
    Mono<Void> forgetNotes(UUID eventId) {
        return database.sql("update excuse set note = null where event_id = :event")
                .bind("event", eventId)
                .fetch()
                .rowsUpdated()
                .then(
                        database.sql(
                                        """
                                        update answer set name = null, position = null, note = null
                                        where event_id = :event
                                        """)
                                .bind("event", eventId)
                                .fetch()
                                .rowsUpdated())
                .then();
    }

    Mono<Void> log(UUID eventId, UUID[] erased, Erasure.Reason reason, Instant now, String by) {
        return database.sql(
                        """
                        insert into erasure (event_id, registration_id, reason, erased_at, erased_by)
                        select :event, id, :reason, :now, :by from unnest(:ids::uuid[]) as id
                        on conflict do nothing
                        """)
                .bind("event", eventId)
                .bind("ids", erased)
                .bind("reason", reason.code())
                .bind("now", now)
                .bind("by", by)
                .fetch()
                .rowsUpdated()
                .then();
    }
}
