package id.hadir.events.invitation;

import id.hadir.events.invitation.AudienceTable.Part;
import id.hadir.events.query.ManyRows;
import id.hadir.events.unit.MergeLock;
import id.hadir.kit.feed.FeedPosition;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /**
     * What changed; the units that were invited so already are in neither number.
     *
     * @param seats of all units that changed
     */
    record Changes(long added, long changed, long seats) {

        static final Changes NONE = new Changes(0, 0, 0);

        Changes plus(Changes more) {
            return new Changes(added + more.added, changed + more.changed, seats + more.seats);
        }

        boolean isNone() {
            return added + changed == 0;
        }
    }

    /** For the rest of the transaction, and before it locks an event. */
    Mono<Void> keepUnitsApart() {
        return database.sql(MergeLock.SHARED).then();
    }

    /** For the rest of the transaction. */
    Mono<Void> expectManyRows() {
        return database.sql(ManyRows.SETTINGS).then();
    }

    /**
     * Ids grow in the order of places, which is that of lists. The code is the column's default.
     */
    Mono<Changes> invite(UUID eventId, Sending sending, int wave, Part part) {
        String sql =
                "with "
                        + AudienceTable.CHOSEN
                        + """
                        , written as (
                            insert into invitation as i (event_id, unit_id, seats, in_person, position, answer_by,
                                                         wave, token)
                            select :eventId, chosen.unit_id, chosen.seats, chosen.in_person, chosen.position,
                                   :answerBy, :wave,
                        """
                        + InvitationKeys.TOKEN
                        + """
                            from chosen join unit on unit.id = chosen.unit_id
                            order by unit.place, unit.identity, unit.id
                            on conflict (event_id, unit_id) do update
                            set seats = excluded.seats, in_person = excluded.in_person, position = excluded.position,
                                answer_by = coalesce(excluded.answer_by, i.answer_by), wave = excluded.wave,
                                withdrawn = false, revision = i.revision + 1
                            where (i.seats, i.in_person, i.position, i.answer_by, i.withdrawn)
                                  is distinct from (excluded.seats, excluded.in_person, excluded.position,
                                                    coalesce(excluded.answer_by, i.answer_by), false)
                            returning (old.event_id is null) as is_new, new.seats)
                        select count(*) filter (where is_new) as added,
                               count(*) filter (where not is_new) as changed,
                               coalesce(sum(seats), 0) as seats
                        from written
                        """;
        return AudienceTable.bind(database.sql(sql), sending.audience(), part)
                .bind("eventId", eventId)
                .bind(
                        "answerBy",
                        Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, offset(sending)))
                .bind("wave", wave)
                .map(
                        row ->
                                new Changes(
                                        number(row, "added"),
                                        number(row, "changed"),
                                        number(row, "seats")))
                .one();
    }

    private static @Nullable OffsetDateTime offset(Sending sending) {
        return sending.answerBy() == null ? null : sending.answerBy().atOffset(ZoneOffset.UTC);
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
                                       'position', position, 'answerBy', answer_by,
                                       'tokenHash', encode(sha256(convert_to(token, 'UTF8')), 'hex'),
                                       'revision', revision, 'withdrawn', withdrawn,
                                       'movedTo', moved_to)))
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
