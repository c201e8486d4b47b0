package id.hadir.events.message;

import id.hadir.events.query.ManyRows;
import id.hadir.kit.message.Channels;
import id.hadir.kit.message.OutboxStore;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Queues messages to all units of a roster that have an address, in the caller's transaction; also
 * to those that were switched off since: that governs new invitations.
 */
@Component
class OfficeQueueStore {

    private final DatabaseClient database;
    private final Channels channels;

    OfficeQueueStore(DatabaseClient database, Channels channels) {
        this.channels = channels;
        this.database = database;
    }

    /**
     * Queues what was not queued before for the same occasion. Units whose invitation still waits
     * are left out: it is written when it is sent, and then tells how things are. A postman who
     * claims one meanwhile is waited for, and its unit is told of the change.
     *
     * @param occasion the schedule's version; of an invitation 0, since nobody is invited twice
     */
    Mono<Long> queue(UUID eventId, OfficeMessage message, int occasion, Instant now) {
        Mono<Long> queued =
                database.sql(
                                """
                                with waiting as materialized (
                                    select subject_id, channel from outbox
                                    where event_id = :event and kind = 'invited' and attempts = 0
                                      and sent_at is null and given_up_at is null
                                    for update)
                                insert into outbox (event_id, message_id, kind, channel, subject_id, occasion,
                                                    created_at, not_before)
                                select i.event_id, uuidv7(), :kind, c.channel, i.unit_id, :occasion, :now, :due
                                from invitation i join unit u on u.id = i.unit_id
                                    cross join unnest(:channels::text[]) as c(channel)
                                where i.event_id = :event and not i.withdrawn
                                  and case c.channel when 'email' then u.email else %s end is not null
                                  and not exists (select from waiting
                                                  where waiting.subject_id = i.unit_id and waiting.channel = c.channel)
                                on conflict do nothing
                                """
                                        .formatted(OfficeMobile.E164))
                        .bind("event", eventId)
                        .bind("channels", channels.asArray())
                        .bind("kind", message.kind())
                        .bind("occasion", occasion)
                        .bind("now", now)
                        .bind("due", isUrgent(message) ? OutboxStore.ahead(now) : now)
                        .fetch()
                        .rowsUpdated();
        return database.sql(ManyRows.SETTINGS).then().then(queued);
    }

    /** Nobody is to set out for what was called off. */
    private static boolean isUrgent(OfficeMessage message) {
        return message == OfficeMessage.CANCELLED;
    }
}
