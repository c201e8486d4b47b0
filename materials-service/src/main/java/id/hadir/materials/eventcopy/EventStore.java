package id.hadir.materials.eventcopy;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Writes the copy. An entry goes into one statement as it came; a row is replaced by a later state
 * only, so that entries may come again and in any order.
 */
@Component
class EventStore {

    private final DatabaseClient database;

    EventStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> takeEvent(String data) {
        return write(
                """
                insert into event_copy (event_id, version, slug, title, status, agency_id, agency_name, date, starts_at, time_zone)
                select id, version, slug, title, status, agency ->> 'id', agency ->> 'name', date, "startsAt", "timeZone"
                from jsonb_to_record(cast(:data as jsonb))
                    as event (id uuid, version bigint, slug text, title text, status text, agency jsonb,
                              date date, "startsAt" timestamptz, "timeZone" text)
                on conflict (event_id) do update
                set version = excluded.version, slug = excluded.slug, title = excluded.title, status = excluded.status,
                    agency_id = excluded.agency_id, agency_name = excluded.agency_name, date = excluded.date,
                    starts_at = excluded.starts_at, time_zone = excluded.time_zone
                where excluded.version > event_copy.version
                """,
                data);
    }

    Mono<Void> takeInvitations(String data) {
        return write(
                """
                insert into invited_unit (event_id, invitation_id, unit_id, revision, withdrawn)
                select distinct on (id) cast(entry ->> 'eventId' as uuid), id, "unitId", revision, withdrawn
                from cast(:data as jsonb) as entry,
                    jsonb_to_recordset(entry -> 'invitations')
                        as invitation (id uuid, "unitId" uuid, revision bigint, withdrawn boolean)
                order by id, revision desc
                on conflict (event_id, invitation_id) do update
                set unit_id = excluded.unit_id, revision = excluded.revision, withdrawn = excluded.withdrawn
                where excluded.revision > invited_unit.revision
                """,
                data);
    }

    Mono<Void> takeUnits(String data) {
        return write(
                """
                insert into unit_copy (unit_id, name, kind, region_code, revision)
                select distinct on (id) id, name, kind, "regionCode", revision
                from jsonb_to_recordset(cast(:data as jsonb) -> 'units')
                    as unit (id uuid, name text, kind text, "regionCode" text, revision bigint)
                order by id, revision desc
                on conflict (unit_id) do update
                set name = excluded.name, kind = excluded.kind, region_code = excluded.region_code,
                    revision = excluded.revision
                where excluded.revision > unit_copy.revision
                """,
                data);
    }

    private Mono<Void> write(String sql, String data) {
        return database.sql(sql).bind("data", data).fetch().rowsUpdated().then();
    }
}
