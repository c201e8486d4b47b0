package id.hadir.attendance.eventcopy;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;

/**
 * Writes the copy. Each statement takes all rows as one JSON array, picks the newest of those that
 * came twice, and leaves a row alone that is not older than what came.
 */
@Component
class EventCopyStore {

    private static final String PUT_EVENTS =
            """
            insert into event (event_id, slug, version, status, type, title, agency_id, agency_name,
                venue_name, venue_address, venue_region_code, online_url, event_date, starts_at, ends_at,
                ended_at, time_zone, capacity, mode, opens_at, closes_at, waitlist, cancel_reason, sequence)
            select distinct on (id) id, slug, version,
                case status when 'completed' then 'published' else status end, type, coalesce(title, ''),
                agency ->> 'id', agency ->> 'name', venue ->> 'name', venue ->> 'address',
                venue ->> 'regionCode', "onlineUrl",
                coalesce(date, ("startsAt" at time zone "timeZone")::date), "startsAt", "endsAt",
                "endedAt", "timeZone", capacity, coalesce(registration ->> 'mode', 'invited'),
                (registration ->> 'opensAt')::timestamptz, (registration ->> 'closesAt')::timestamptz,
                coalesce((registration ->> 'waitlist')::boolean, false), "cancelReason", coalesce(sequence, 0)
            from jsonb_to_recordset(:rows::jsonb) as e(
                id uuid, slug text, version bigint, status text, type text, title text, agency jsonb,
                venue jsonb, "onlineUrl" text, date date, "startsAt" timestamptz, "endsAt" timestamptz,
                "endedAt" timestamptz, "timeZone" text, capacity integer, registration jsonb,
                "cancelReason" text, sequence integer)
            order by id, version desc
            on conflict (event_id) do update set
                slug = excluded.slug, version = excluded.version, status = excluded.status,
                type = excluded.type, title = excluded.title, agency_id = excluded.agency_id,
                agency_name = excluded.agency_name, venue_name = excluded.venue_name,
                venue_address = excluded.venue_address,
                venue_region_code = excluded.venue_region_code, online_url = excluded.online_url,
                event_date = excluded.event_date, starts_at = excluded.starts_at,
                ends_at = excluded.ends_at, ended_at = excluded.ended_at,
                time_zone = excluded.time_zone, capacity = excluded.capacity, mode = excluded.mode,
                opens_at = excluded.opens_at, closes_at = excluded.closes_at,
                waitlist = excluded.waitlist, cancel_reason = excluded.cancel_reason, sequence = excluded.sequence,
                earlier = case
                    when event.status = 'published' and
                        (event.starts_at, event.ends_at, event.event_date, event.venue_name,
                         event.venue_address, event.venue_region_code, event.online_url)
                        is distinct from (excluded.starts_at, excluded.ends_at, excluded.event_date,
                                          excluded.venue_name, excluded.venue_address,
                                          excluded.venue_region_code, excluded.online_url)
                    then jsonb_build_object(
                        'date', event.event_date, 'startsAt', event.starts_at, 'endsAt', event.ends_at,
                        'timeZone', event.time_zone, 'venueName', event.venue_name,
                        'venueAddress', event.venue_address, 'onlineUrl', event.online_url)
                    else event.earlier end
            where excluded.version > event.version
            returning new.event_id, new.version, new.status,
                old.status as old_status,
                (old.starts_at, old.ends_at, old.event_date, old.venue_name, old.venue_address,
                 old.venue_region_code, old.online_url)
                is distinct from (new.starts_at, new.ends_at, new.event_date, new.venue_name,
                                  new.venue_address, new.venue_region_code, new.online_url)
                    as has_moved
            """;

    private final DatabaseClient database;

    EventCopyStore(DatabaseClient database) {
        this.database = database;
    }

    /** A unit that has turned out to be another one. */
    record Merge(UUID unit, UUID into) {}

    /** Those that were not told to be merged, or elsewhere, before. */
    Mono<List<Merge>> putUnits(ArrayNode units) {
        return units.isEmpty()
                ? Mono.just(List.of())
                : database.sql(
                                """
                                with put as (
                                    insert into unit (unit_id, name, kind, region_code, head_title, active, merged_into,
                                                      revision)
                                    select distinct on (id) id, name, kind, "regionCode", "headTitle",
                                        coalesce(active, true), "mergedInto", revision
                                    from jsonb_to_recordset(:rows::jsonb) as u(
                                        id uuid, name text, kind text, "regionCode" text, "headTitle" text,
                                        active boolean, "mergedInto" uuid, revision bigint)
                                    order by id, revision desc
                                    on conflict (unit_id) do update set
                                        name = excluded.name, kind = excluded.kind, region_code = excluded.region_code,
                                        head_title = excluded.head_title, active = excluded.active,
                                        merged_into = excluded.merged_into, revision = excluded.revision
                                    where excluded.revision > unit.revision
                                    returning new.unit_id, new.merged_into, old.merged_into as was)
                                select unit_id, merged_into from put
                                where merged_into is not null and merged_into is distinct from was
                                order by unit_id
                                """)
                        .bind("rows", units.toString())
                        .map(
                                row ->
                                        new Merge(
                                                Objects.requireNonNull(
                                                        row.get("unit_id", UUID.class)),
                                                Objects.requireNonNull(
                                                        row.get("merged_into", UUID.class))))
                        .all()
                        .collectList();
    }

    Mono<Void> putInvitations(ArrayNode invitations) {
        return put(
                invitations,
                """
                insert into invitation
                    (event_id, unit_id, invitation_id, seats, in_person, position, answer_by, token_hash, withdrawn,
                     moved_to, revision)
                select distinct on ("eventId", "unitId") "eventId", "unitId", id, seats, coalesce("inPerson", false),
                    position, "answerBy", "tokenHash", coalesce(withdrawn, false), "movedTo", revision
                from jsonb_to_recordset(:rows::jsonb) as i(
                    "eventId" uuid, "unitId" uuid, id uuid, seats integer, "inPerson" boolean, position text,
                    "answerBy" timestamptz, "tokenHash" text,
                    withdrawn boolean, "movedTo" uuid, revision bigint)
                order by "eventId", "unitId", revision desc
                on conflict (event_id, unit_id) do update set
                    invitation_id = excluded.invitation_id, seats = excluded.seats, in_person = excluded.in_person,
                    position = excluded.position, answer_by = excluded.answer_by, token_hash = excluded.token_hash, withdrawn = excluded.withdrawn,
                    moved_to = excluded.moved_to, revision = excluded.revision
                where excluded.revision > invitation.revision
                """);
    }

    /** An event's row of seats comes with it; its counts are this service's own. */
    Mono<List<EventNews>> putEvents(ArrayNode events) {
        return events.isEmpty()
                ? Mono.just(List.of())
                : put(
                                events,
                                """
                                insert into event_seats (event_id)
                                select distinct id from jsonb_to_recordset(:rows::jsonb) as e(id uuid)
                                on conflict do nothing
                                """)
                        .then(newsOf(events));
    }

    private Mono<List<EventNews>> newsOf(ArrayNode events) {
        return database.sql(PUT_EVENTS)
                .bind("rows", events.toString())
                .map(row -> Optional.ofNullable(news(row)))
                .all()
                .<EventNews>handle((news, sink) -> news.ifPresent(sink::next))
                .collectList();
    }

    /** Null where nobody has to be told: what was no published event has nobody who knows of it. */
    private static @Nullable EventNews news(Readable row) {
        if (!"published".equals(row.get("old_status", String.class))) {
            return null;
        }
        UUID id = Objects.requireNonNull(row.get("event_id", UUID.class));
        long version = Objects.requireNonNull(row.get("version", Long.class));
        return switch (Objects.requireNonNull(row.get("status", String.class))) {
            case "cancelled" -> new EventNews(id, EventNews.Kind.CANCELLED, version);
            case "published" ->
                    Boolean.TRUE.equals(row.get("has_moved", Boolean.class))
                            ? new EventNews(id, EventNews.Kind.MOVED, version)
                            : null;
            default -> null;
        };
    }

    private Mono<Void> put(ArrayNode rows, String sql) {
        return rows.isEmpty()
                ? Mono.empty()
                : database.sql(sql).bind("rows", rows.toString()).fetch().rowsUpdated().then();
    }
}
