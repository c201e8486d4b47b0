-- A row whose personal fields were erased keeps its place in every count.
alter table registration
    add column erased_at    timestamptz,
    add column corrected_at timestamptz;

-- Which registrations were erased, why and by whom: what has to be erased once more after an old backup is restored.
create table erasure (
    event_id        uuid        not null,
    registration_id uuid        not null,
    reason          text        not null check (reason in ('retention', 'request')),
    erased_at       timestamptz not null,
    erased_by       text        not null,
    primary key (event_id, registration_id)
);

-- What an attendee says against the use of their data, and the answer; both are erased with the registration.
create table objection (
    event_id        uuid        not null,
    objection_id    uuid        not null,
    registration_id uuid        not null,
    text            text,
    made_at         timestamptz not null,
    answer          text,
    answered_at     timestamptz,
    answered_by     text,
    primary key (event_id, objection_id)
);
create index objection_by_registration on objection (event_id, registration_id);
create index objection_open on objection (made_at) where answered_at is null;

-- Each time that the end of the retention was looked for, also when nothing was to be erased. One replica is given the
-- night; whoever starts a run by hand needs none.
create table retention_run (
    run_id        uuid primary key,
    night         date unique,
    started_at    timestamptz not null,
    started_by    text        not null,
    dry_run       boolean     not null,
    cutoff        timestamptz not null,
    finished_at   timestamptz,
    events        integer     not null default 0,
    registrations integer     not null default 0,
    failures      integer     not null default 0
);
create index retention_run_by_time on retention_run (started_at);

-- The feed is only added to, but for this: what it told of erased registrations loses the ticket's hash and the name of
-- an office that was typed. The service's login may call it, and change no entry otherwise.
create function feed_forget(event uuid, registrations uuid[]) returns void
language sql security definer set search_path = pg_catalog, public as $$
    update public.feed_entry f
    set data = jsonb_set(f.data, '{registrations}', (
        select jsonb_agg(
            case
                when not (told ->> 'id')::uuid = any(registrations) then told
                when told ->> 'unitId' is null then told || '{"ticketHash": "", "unitName": ""}'
                else told || '{"ticketHash": ""}'
            end order by place)
        from jsonb_array_elements(f.data -> 'registrations') with ordinality as entry(told, place)))
    where f.type = 'registrations.changed' and f.subject = event::text
      and exists (
          select from jsonb_array_elements(f.data -> 'registrations') as told
          where (told ->> 'id')::uuid = any(registrations))
$$;
