-- Copies of what events-service says, fed by its feed. No foreign keys: entries may come in any order.
create table event (
    event_id          uuid primary key,
    slug              text        not null,
    version           bigint      not null,
    status            text        not null check (status in ('draft', 'published', 'cancelled')),
    type              text,
    title             text        not null,
    agency_id         text        not null,
    agency_name       text,
    venue_name        text,
    venue_address     text,
    venue_region_code text,
    online_url        text,
    event_date        date,
    starts_at         timestamptz,
    ends_at           timestamptz,
    ended_at          timestamptz,
    time_zone         text        not null,
    capacity          integer,
    mode              text        not null check (mode in ('invited', 'open')),
    opens_at          timestamptz,
    closes_at         timestamptz,
    waitlist          boolean     not null,
    cancel_reason     text
);
create index event_by_slug on event (slug);
create index event_by_date on event (event_date);

create table unit (
    unit_id     uuid primary key,
    name        text    not null,
    kind        text    not null,
    region_code text    not null,
    head_title  text,
    active      boolean not null,
    revision    bigint  not null
);
create index unit_by_region on unit (region_code text_pattern_ops, kind);

create table invitation (
    event_id      uuid    not null,
    unit_id       uuid    not null,
    invitation_id uuid    not null,
    seats         integer not null,
    in_person     boolean not null,
    token_hash    text,
    withdrawn     boolean not null,
    revision      bigint  not null,
    primary key (event_id, unit_id)
);
create index invitation_by_token on invitation (event_id, token_hash);

-- One row an event: whoever decides about seats of the event locks it first, on every replica.
create table event_seats (
    event_id         uuid primary key,
    confirmed        integer not null default 0 check (confirmed >= 0),
    waitlisted       integer not null default 0 check (waitlisted >= 0),
    next_waitlist_no bigint  not null default 1
) with (fillfactor = 20);

-- One person's seat at one event. Immutable but for status, check-in and version.
create table registration (
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

-- The last guard against duplicates, and what the decision reads by.
create unique index registration_one_per_nip on registration (event_id, nip, unit_key) where active and nip is not null;
create unique index registration_one_per_name on registration (event_id, unit_key, bare_name, coalesce(nip, '')) where active;
create unique index registration_one_per_key on registration (event_id, idempotency_key) where idempotency_key is not null;
create index registration_by_code on registration (code);
create index registration_waiting on registration (event_id, waitlist_no) where status = 'waitlisted';

-- What each scan was answered, so that the same nonce is answered the same.
create table scan (
    event_id        uuid        not null,
    nonce           text        not null,
    registration_id uuid,
    outcome         text        not null,
    first_scan_at   timestamptz,
    scanned_at      timestamptz not null,
    received_at     timestamptz not null,
    device          text,
    scanned_by      text        not null,
    primary key (event_id, nonce)
);

create table excuse (
    event_id    uuid        not null,
    unit_id     uuid        not null,
    reason      text        not null check (reason in ('izin', 'dinas-luar', 'sakit')),
    note        text,
    recorded_by text        not null,
    recorded_at timestamptz not null,
    primary key (event_id, unit_id)
);

-- Keys that sign the QR of tickets. The newest signs; older ones stay valid.
create table ticket_key (
    kid        text primary key,
    secret     bytea       not null,
    created_at timestamptz not null
);
