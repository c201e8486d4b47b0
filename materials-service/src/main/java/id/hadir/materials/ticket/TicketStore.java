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

    Mono<Void> takeRegistrations(String data) {
        return database.sql(
                        """
                        insert into ticket_copy (event_id, registration_id, ticket_hash, unit_id, unit_name, status, attended, version)
                        select distinct on (id)
                            cast(entry ->> 'eventId' as uuid), id, "ticketHash", "unitId", "unitName", status, attended, version
                        from cast(:data as jsonb) as entry,
                            jsonb_to_recordset(entry -> 'registrations')
                                as registration (id uuid, "unitId" uuid, "unitName" text, "ticketHash" text, status text,
                                                 attended boolean, version bigint)
                        order by id, version desc
                        on conflict (event_id, registration_id) do update
                        set ticket_hash = excluded.ticket_hash, unit_id = excluded.unit_id, unit_name = excluded.unit_name,
                            status = excluded.status, attended = excluded.attended, version = excluded.version
                        where excluded.version > ticket_copy.version
                        """)
                .bind("data", data)
                .fetch()
                .rowsUpdated()
                .then();
    }
}
