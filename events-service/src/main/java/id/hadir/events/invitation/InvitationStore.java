package id.hadir.events.invitation;

import id.hadir.events.query.ManyRows;
import id.hadir.kit.feed.FeedPosition;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Writes invitations set by set: the 75,000 desa of the country are one statement and its feed
 * entries another, since a row at a time they would be minutes.
 */
@Component
class InvitationStore {

    private final DatabaseClient database;

    InvitationStore(DatabaseClient database) {
        this.database = database;
    }

    /** What changed; the units that were invited so already are in neither number. */
    record Changes(long added, long changed) {

        static final Changes NONE = new Changes(0, 0);
    }

    /**
     * A unit in several lines takes the last. Ids grow in the order of places, which is that of
     * lists.
     */
    Mono<Changes> invite(UUID eventId, List<Audience> audience) {
        String sql =
                "with "
                        + AudienceTable.WANTED
                        + """
                        , chosen as (
                            select distinct on (unit_id) unit_id, seats, in_person from wanted
                            order by unit_id, number desc),
                        written as (
                            insert into invitation (event_id, unit_id, seats, in_person, token)
                            select :eventId, chosen.unit_id, chosen.seats, chosen.in_person,
                        """
                        + InvitationKeys.TOKEN
                        + """
                            from chosen join unit on unit.id = chosen.unit_id
                            order by unit.place, unit.identity, unit.id
                            on conflict (event_id, unit_id) do update
                            set seats = excluded.seats, in_person = excluded.in_person,
                                withdrawn = false, revision = invitation.revision + 1
                            where (invitation.seats, invitation.in_person, invitation.withdrawn)
                                  is distinct from (excluded.seats, excluded.in_person, false)
                            returning (old.event_id is null) as is_new)
                        select count(*) filter (where is_new) as added,
                               count(*) filter (where not is_new) as changed
                        from written
                        """;
        Mono<Changes> changes =
                AudienceTable.bind(database.sql(sql), audience)
                        .bind("eventId", eventId)
                        .map(row -> new Changes(number(row, "added"), number(row, "changed")))
                        .one();
        return database.sql(ManyRows.SETTINGS).then().then(changes);
    }

    /** False when the event has no such invitation. */
    Mono<Boolean> withdraw(UUID eventId, UUID invitationId) {
        return database.sql(
                        """
                        update invitation set withdrawn = true, revision = revision + 1
                        where event_id = :eventId and id = :id and not withdrawn
                        """)
                .bind("eventId", eventId)
                .bind("id", invitationId)
                .fetch()
                .rowsUpdated()
                .map(updated -> updated > 0);
    }

    /**
     * Tells the feed the invitations that this transaction wrote, a thousand an entry. Only a hash
     * of a token leaves this service.
     */
    Mono<FeedPosition> tell(UUID eventId) {
        return database.sql(
                        """
                        insert into feed_entry (type, subject, data)
                        select 'invitations.changed', :eventId::text, jsonb_build_object(
                                   'eventId', :eventId::text,
                                   'invitations', jsonb_agg(jsonb_build_object(
                                       'id', id, 'unitId', unit_id, 'seats', seats, 'inPerson', in_person,
                                       'tokenHash', encode(sha256(convert_to(token, 'UTF8')), 'hex'),
                                       'revision', revision, 'withdrawn', withdrawn)))
                        from (select invitation.*, (row_number() over (order by id) - 1) / 1000 as chunk
                              from invitation
                              where event_id = :eventId
                                and xmin = pg_current_xact_id()::xid) as numbered
                        group by chunk
                        order by chunk
                        returning tx::text as tx, id
                        """)
                .bind("eventId", eventId)
                .map(
                        row ->
                                new FeedPosition(
                                        Objects.requireNonNull(row.get("tx", String.class)),
                                        number(row, "id")))
                .all()
                .reduce((one, other) -> one.id() > other.id() ? one : other);
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
