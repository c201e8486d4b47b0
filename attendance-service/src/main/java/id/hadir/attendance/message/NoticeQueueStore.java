package id.hadir.attendance.message;

import id.hadir.kit.message.Channels;
import id.hadir.kit.message.OutboxStore;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Queues notices to all who have registered for an event and left an address. */
@Component
class NoticeQueueStore {

    private final DatabaseClient database;
    private final Channels channels;

    NoticeQueueStore(DatabaseClient database, Channels channels) {
        this.channels = channels;
        this.database = database;
    }

    /**
     * To everybody with a ticket, of an event that is not over; within the caller's transaction.
     *
     * @param occasion the event's version: nobody is told twice of the same one
     */
    Mono<Long> toAll(UUID eventId, Notice notice, long occasion, Instant now) {
        return database.sql(
                        """
                        insert into outbox (event_id, message_id, kind, channel, subject_id, occasion, created_at, not_before)
                        select r.event_id, uuidv7(), :kind, c.channel, r.registration_id, :occasion, :now, :due
                        from registration r join event e on e.event_id = r.event_id
                            cross join unnest(:channels::text[]) as c(channel)
                        where r.event_id = :event and r.active
                          and case c.channel when 'email' then r.email else r.phone end is not null
                          and (e.ended_at is null or e.ended_at > :now)
                        on conflict do nothing
                        """)
                .bind("kind", notice.kind())
                .bind("occasion", occasion)
                .bind("event", eventId)
                .bind("channels", channels.asArray())
                .bind("now", now)
                .bind("due", notice == Notice.CANCELLED ? OutboxStore.ahead(now) : now)
                .fetch()
                .rowsUpdated();
    }

    /**
     * To those who have a seat, registered before the reminder was due and did not ask for peace.
     */
    Mono<Long> remind(Reminder reminder, Instant now) {
        return database.sql(
                        """
                        insert into outbox (event_id, message_id, kind, channel, subject_id, occasion, created_at, not_before)
                        select r.event_id, uuidv7(), :kind, c.channel, r.registration_id, :occasion, :now, :now
                        from registration r cross join unnest(:channels::text[]) as c(channel)
                        where r.event_id = :event and r.active and r.status = 'confirmed' and r.checked_in_at is null
                          and r.registered_at < :due
                          and case c.channel when 'email' then r.email else r.phone end is not null
                          and not exists (select from reminder_stop s
                                          where s.event_id = r.event_id and s.registration_id = r.registration_id)
                        on conflict do nothing
                        """)
                .bind("kind", reminder.notice().kind())
                .bind("occasion", reminder.occasion())
                .bind("event", reminder.eventId())
                .bind("due", reminder.due())
                .bind("channels", channels.asArray())
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }
}
