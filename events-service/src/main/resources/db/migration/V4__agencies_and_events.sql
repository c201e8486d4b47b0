create table agency (
    id          uuid primary key,
    name        text        not null,
    kind        text        not null,
    region_code text collate "C" references region (code),
    created_at  timestamptz not null default now()
);

-- "content" is what the organiser wrote; the columns from "place" on repeat of it what lists and clash
-- warnings look for, and are written with it.
create table event (
    id               uuid primary key,
    slug             text        not null unique,
    agency_id        uuid        not null references agency (id),
    status           text        not null check (status in ('draft', 'published', 'cancelled')),
    version          bigint      not null,
    schedule_version int         not null,
    content          jsonb       not null,
    history          jsonb       not null,
    cancel_reason    text,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    type             text        not null,
    place            text collate "C" not null,
    venue_key        text,
    begins_at        timestamptz not null, -- the year 9999 while no day is known
    ends_at          timestamptz not null,
    search           text        not null,
    check (begins_at <= ends_at)
);
create index event_by_time on event (begins_at, id);
create index event_by_place on event (place, begins_at);
create index event_by_agency on event (agency_id, begins_at, id);
create index event_by_venue on event (venue_key, begins_at) where status <> 'cancelled';
create index event_search on event using gin (search gin_trgm_ops);

-- Who speaks where, for clash warnings.
create table event_speaker (
    event_id uuid not null references event (id) on delete cascade,
    speaker  text not null,
    primary key (event_id, speaker)
);
create index event_by_speaker on event_speaker (speaker);

-- Units on an event's roster. A withdrawn invitation stays, so that the other services are told.
create table invitation (
    event_id  uuid    not null references event (id),
    unit_id   uuid    not null references unit (id),
    id        uuid    not null default uuidv7(),
    seats     int     not null check (seats between 1 and 1000),
    in_person boolean not null,
    token     text    not null,
    revision  bigint  not null default 1,
    withdrawn boolean not null default false,
    primary key (event_id, unit_id),
    unique (event_id, id)
);
create index invitation_by_unit on invitation (unit_id, event_id);
