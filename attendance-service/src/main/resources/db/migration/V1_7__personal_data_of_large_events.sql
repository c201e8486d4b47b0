-- A correction of name or NIP happens once: two would make of one person another.
alter table registration add column person_corrected_at timestamptz;

-- A holder reads their own scans, and never everybody's.
create index scan_by_registration on scan (event_id, registration_id);

-- What was told of an event is found without reading the whole feed.
create index feed_entry_by_subject on feed_entry (subject) where type = 'registrations.changed';

-- As before, and for events of any size: each entry is looked through once, with the erased ids in a hash and not one
-- after the other.
create or replace function feed_forget(event uuid, registrations uuid[]) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update public.feed_entry f
    set data = jsonb_set(f.data, '{registrations}', rewritten.registrations)
    from (
        select e.tx, e.id, jsonb_agg(
            case
                when erased.id is null then told
                when told ->> 'unitId' is null then told || '{"ticketHash": "", "unitName": ""}'
                else told || '{"ticketHash": ""}'
            end order by place) as registrations
        from public.feed_entry e
        cross join lateral jsonb_array_elements(e.data -> 'registrations') with ordinality as entry(told, place)
        left join unnest(registrations) as erased(id) on erased.id = (told ->> 'id')::uuid
        where e.type = 'registrations.changed' and e.subject = event::text
        group by e.tx, e.id
        having bool_or(erased.id is not null)) rewritten
    where f.tx = rewritten.tx and f.id = rewritten.id
$$;
