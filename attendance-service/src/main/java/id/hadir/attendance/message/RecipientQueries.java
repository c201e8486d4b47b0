package id.hadir.attendance.message;

import id.hadir.attendance.eventcopy.EventRow;
import id.hadir.attendance.registration.RegistrationRow;
import id.hadir.kit.message.Addressees;
import id.hadir.kit.message.Claimed;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whose tickets may be sent, and what a letter has to say. */
@Component
class RecipientQueries implements Addressees {

    private final DatabaseClient database;

    RecipientQueries(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Locks and answers the registrations that were made with that contact, have a ticket and an
     * e-mail address to send it to.
     *
     * @param eventId of that event, or null for all that are not over
     */
    Mono<List<Recipient>> lock(@Nullable UUID eventId, Contact contact, Instant now, int atMost) {
        String condition =
                switch (contact) {
                    case Contact.ByEmail _ -> "lower(r.email) = :contact";
                    case Contact.ByPhone _ -> "r.phone = :contact";
                };
        String value =
                switch (contact) {
                    case Contact.ByEmail(String address) -> address;
                    case Contact.ByPhone(String e164) -> e164;
                };
        return recipients(
                database.sql(
                                """
                                select r.event_id, r.registration_id
                                from registration r join event e on e.event_id = r.event_id
                                where r.active and r.email is not null and %s and e.status <> 'draft'
                                  and (r.event_id = any(:events)
                                       or cardinality(:events) = 0 and (e.ended_at is null or e.ended_at > :now))
                                order by r.event_id, r.registration_id
                                limit :atMost
                                for no key update of r
                                """
                                        .formatted(condition))
                        .bind("contact", value)
                        .bind("events", eventId == null ? new UUID[0] : new UUID[] {eventId})
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .bind("atMost", atMost));
    }

    /** As the other one, for one registration. */
    Mono<List<Recipient>> lock(UUID eventId, UUID registrationId) {
        return recipients(
                database.sql(
                                """
                                select r.event_id, r.registration_id from registration r
                                where r.event_id = :event and r.registration_id = :registration
                                  and r.active and r.email is not null
                                for no key update
                                """)
                        .bind("event", eventId)
                        .bind("registration", registrationId));
    }

    private static Mono<List<Recipient>> recipients(GenericExecuteSpec statement) {
        return statement
                .map(
                        row ->
                                new Recipient(
                                        Objects.requireNonNull(row.get("event_id", UUID.class)),
                                        Objects.requireNonNull(
                                                row.get("registration_id", UUID.class))))
                .all()
                .collectList();
    }

    @Override
    public Mono<Map<UUID, Addressee>> of(UUID eventId, List<UUID> registrationIds) {
        return database.sql(
                        """
                        select registration_id, name, email, phone from registration
                        where event_id = :event and registration_id = any(:ids)
                        """)
                .bind("event", eventId)
                .bind("ids", registrationIds.toArray(UUID[]::new))
                .map(
                        row ->
                                Map.entry(
                                        Objects.requireNonNull(
                                                row.get("registration_id", UUID.class)),
                                        new Addressee(
                                                Objects.requireNonNull(
                                                        row.get("name", String.class)),
                                                row.get("email", String.class),
                                                row.get("phone", String.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Whether of something later too a message of that kind was queued for the same person. */
    Mono<Boolean> isOvertaken(Claimed message) {
        return database.sql(
                        """
                        select exists (select from outbox
                                       where event_id = :event and subject_id = :subject and kind = :kind
                                         and channel = :channel and occasion > :occasion)
                        """)
                .bind("event", message.eventId())
                .bind("subject", message.subjectId())
                .bind("kind", message.kind())
                .bind("channel", message.channel())
                .bind("occasion", Parameter.fromOrEmpty(message.occasion(), Long.class))
                .mapValue(Boolean.class)
                .one();
    }

    /** Empty when there is no such ticket any more. */
    Mono<HeldTicket> ticket(UUID eventId, UUID registrationId) {
        return database.sql(
                        "select "
                                + RegistrationRow.COLUMNS
                                + ", "
                                + EventRow.COLUMNS.replace("event.event_id, ", "")
                                + """
                                , event.sequence
                                 from registration r join event on event.event_id = r.event_id
                                where r.event_id = :event and r.registration_id = :registration and r.active
                                """)
                .bind("event", eventId)
                .bind("registration", registrationId)
                .map(
                        row ->
                                new HeldTicket(
                                        EventRow.read(row),
                                        RegistrationRow.read(row),
                                        Objects.requireNonNull(row.get("sequence", Integer.class))))
                .one();
    }
}
