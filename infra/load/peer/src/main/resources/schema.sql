-- As in attendance-service, but for the seats: they stand in the event's own row, which each registration locks.
create table if not exists event (
    event_id         uuid primary key,
    slug             text        not null,
    title            text        not null,
    venue_name       text        not null,
    venue_address    text        not null,
    venue_region_code text       not null,
    starts_at        timestamptz not null,
    ends_at          timestamptz not null,
    time_zone        text        not null,
    cancelled        boolean     not null default false,
    opens_at         timestamptz,
    closes_at        timestamptz,
    capacity         integer,
    waitlist         boolean     not null default true,
    confirmed        integer     not null default 0 check (confirmed >= 0),
    waitlisted       integer     not null default 0 check (waitlisted >= 0),
    next_waitlist_no bigint      not null default 1
) with (fillfactor = 20);

create table if not exists unit (
    unit_id     uuid primary key,
    name        text    not null,
    kind        text    not null,
    region_code text    not null,
    active      boolean not null default true
);

create table if not exists registration (
    event_id                uuid        not null,
    registration_id         uuid        not null,
    status                  text        not null check (status in ('confirmed', 'waitlisted', 'cancelled', 'substituted')),
    active                  boolean     not null generated always as (status in ('confirmed', 'waitlisted')) stored,
    unit_id                 uuid,
    unit_key                text        not null,
    unit_name               text        not null,
    unit_kind               text,
    unit_region_code        text,
    name                    text        not null,
    bare_name               text        not null,
    nip                     text,
    position                text,
    phone                   text,
    email                   text,
    representing            boolean     not null,
    representing_position   text,
    representing_name       text,
    representing_basis      text,
    source                  text        not null check (source in ('web', 'import', 'walk-in')),
    code                    text        not null,
    waitlist_no             bigint,
    idempotency_key         text,
    body_hash               text,
    first_status            text        not null,
    first_waitlist_position integer,
    registered_at           timestamptz not null,
    checked_in_at           timestamptz,
    device                  text,
    version                 bigint      not null default 1,
    primary key (event_id, registration_id),
    check (checked_in_at is null or status = 'confirmed')
) with (fillfactor = 80);

create unique index if not exists registration_one_per_nip on registration (event_id, nip, unit_key) where active and nip is not null;
create unique index if not exists registration_one_per_name on registration (event_id, unit_key, bare_name, coalesce(nip, '')) where active;
create unique index if not exists registration_one_per_key on registration (event_id, idempotency_key) where idempotency_key is not null;
create index if not exists registration_by_code on registration (code);
create index if not exists registration_waiting on registration (event_id, waitlist_no) where status = 'waitlisted';
