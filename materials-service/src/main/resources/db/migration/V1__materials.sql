-- Copies, fed by the other services. Every key leads with event_id, so that the database can be distributed by it.
create table event_copy (
    event_id    uuid primary key,
    version     bigint not null,
    slug        text not null,
    title       text not null,
    status      text not null,
    agency_id   text not null,
    agency_name text not null,
    date        date,
    starts_at   timestamptz,
    time_zone   text not null
);
create index event_copy_slug on event_copy (slug);

create table invited_unit (
    event_id      uuid not null,
    invitation_id uuid not null,
    unit_id       uuid not null,
    revision      bigint not null,
    withdrawn     boolean not null,
    primary key (event_id, invitation_id)
);

create table unit_copy (
    unit_id     uuid primary key,
    name        text not null,
    kind        text not null,
    region_code text not null,
    revision    bigint not null
);

create table ticket_copy (
    event_id        uuid not null,
    registration_id uuid not null,
    ticket_hash     text not null,
    unit_id         uuid,
    unit_name       text not null,
    status          text not null,
    attended        boolean not null,
    version         bigint not null,
    primary key (event_id, registration_id)
);
create index ticket_copy_hash on ticket_copy (event_id, ticket_hash);

-- The service's own.
create table material (
    event_id     uuid not null,
    id           uuid not null,
    title        text not null,
    kind         text not null,
    audience     text not null,
    release_at   timestamptz,
    version      integer not null,
    created_at   timestamptz not null,
    withdrawn_at timestamptz,
    primary key (event_id, id)
);
create index material_id on material (id);

create table material_version (
    event_id    uuid not null,
    material_id uuid not null,
    version     integer not null,
    file_name   text not null,
    media_type  text not null,
    size        bigint not null,
    sha256      text not null,
    uploaded_at timestamptz not null,
    uploaded_by text not null,
    primary key (event_id, material_id, version)
);

create table receipt (
    event_id        uuid not null,
    material_id     uuid not null,
    registration_id uuid not null,
    downloaded_at   timestamptz,
    acknowledged_at timestamptz,
    passed_on_to    integer,
    primary key (event_id, material_id, registration_id)
);
