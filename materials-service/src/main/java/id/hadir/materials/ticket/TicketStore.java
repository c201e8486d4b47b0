package id.hadir.materials.ticket;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes the copy of registrations; a row is replaced by a later state only. */
@Component
class TicketStore {

    private final DatabaseClient database;

    TicketStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * @param entries of the feed, as a JSON array; the latest state of a registration counts
     */
    Mono<Void> takeRegistrations(String entries) {
        return database.sql(
                        """
                        insert into ticket_copy (event_id, registration_id, ticket_hash, unit_id, unit_name, status, attended, version)
                        select distinct on (event_id, id)
                            cast(entry ->> 'eventId' as uuid) as event_id, id, "ticketHash", "unitId", "unitName", status, attended, version
                        from jsonb_array_elements(cast(:entries as jsonb)) as entry,
                            jsonb_to_recordset(entry -> 'registrations')
                                as registration (id uuid, "unitId" uuid, "unitName" text, "ticketHash" text, status text,
                                                 attended boolean, version bigint)
                        order by event_id, id, version desc
                        on conflict (event_id, registration_id) do update
                        set ticket_hash = excluded.ticket_hash, unit_id = excluded.unit_id, unit_name = excluded.unit_name,
                            status = excluded.status, attended = excluded.attended, version = excluded.version
                        where excluded.version > ticket_copy.version
                        """)
                .bind("entries", entries)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /**
     * Erased registrations are counted on, and no ticket opens anything for them; an earlier state
     * that comes again does not bring it back.
     *
     * @param entries of the feed, as a JSON array
     */
    Mono<Void> forget(String entries) {
        return database.sql(
                        """
                        update ticket_copy t
                        set ticket_hash = '', version = greatest(t.version, registration.version)
                        from jsonb_array_elements(cast(:entries as jsonb)) as entry,
                            jsonb_to_recordset(entry -> 'registrations') as registration (id uuid, version bigint)
                        where t.event_id = cast(entry ->> 'eventId' as uuid) and t.registration_id = registration.id
                        """)
                .bind("entries", entries)
                .fetch()
                .rowsUpdated()
                .then();
    }
}
