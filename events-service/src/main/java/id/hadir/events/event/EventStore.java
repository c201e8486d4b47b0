package id.hadir.events.event;

import id.hadir.kit.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes events, within the caller's transaction. */
@Component
class EventStore {

    private final DatabaseClient database;
    private final EventRow rows;

    EventStore(DatabaseClient database, EventRow rows) {
        this.database = database;
        this.rows = rows;
    }

    /** Whether it was stored; not when its slug is taken. */
    Mono<Boolean> add(Event event) {
        return database.sql(
                        """
                        insert into event (id, slug, agency_id, status, announced, version, schedule_version,
                                           content, history, cancel_reason, created_at, updated_at, type,
                                           place, venue_key, begins_at, ends_at, search)
                        values (:id, :slug, :agencyId, :status, :announced, :version, :scheduleVersion,
                                :content::jsonb, :history::jsonb, :cancelReason, :createdAt, :updatedAt,
                                :type, :place, :venueKey, :beginsAt, :endsAt, :search)
                        on conflict (slug) do nothing
                        """)
                .bindValues(rows.write(event))
                .bind("slug", event.slug())
                .bind("createdAt", event.createdAt())
                .fetch()
                .rowsUpdated()
                .map(stored -> stored == 1)
                .flatMap(
                        stored ->
                                stored ? writeSpeakers(event).thenReturn(true) : Mono.just(false));
    }

    /** The event, which nobody else changes until the transaction ends. */
    Mono<Event> lock(UUID id) {
        return database.sql(EventRow.SELECT + " where e.id = :id for update of e")
                .bind("id", id)
                .map(rows::read)
                .one();
    }

    /** Takes the place of the version before it; fails with 412 where another did so already. */
    Mono<Void> update(Event event) {
        return database.sql(
                        """
                        update event
                        set agency_id = :agencyId, status = :status, announced = :announced,
                            version = :version, schedule_version = :scheduleVersion, content = :content::jsonb,
                            history = :history::jsonb, cancel_reason = :cancelReason,
                            updated_at = :updatedAt, type = :type, place = :place, venue_key = :venueKey,
                            begins_at = :beginsAt, ends_at = :endsAt, search = :search
                        where id = :id and version = :version - 1
                        """)
                .bindValues(rows.write(event))
                .fetch()
                .rowsUpdated()
                .filter(updated -> updated == 1)
                .switchIfEmpty(Mono.error(EventStore::stale))
                .then(Mono.defer(() -> writeSpeakers(event)));
    }

    static Problem stale() {
        return Problem.of(HttpStatus.PRECONDITION_FAILED, "precondition-failed");
    }

    private Mono<Void> writeSpeakers(Event event) {
        return database.sql(
                        """
                        with gone as (
                            delete from event_speaker
                            where event_id = :id and speaker <> all(:speakers::text[]))
                        insert into event_speaker (event_id, speaker)
                        select :id, unnest(:speakers::text[])
                        on conflict do nothing
                        """)
                .bind("id", event.id())
                .bind("speakers", EventRow.speakers(event.content()))
                .then();
    }
}
