-- Tickets are signed with Ed25519 now; what was signed with the secrets of before is still read. The private half of a
-- key is sealed (hadir.secret-key).
alter table ticket_key
    alter column secret drop not null,
    add column algorithm text not null default 'HmacSHA256' check (algorithm in ('HmacSHA256', 'Ed25519')),
    add column public_key bytea,
    add column sealed_key bytea,
    add column retired_at timestamptz,
    add column withdrawn_at timestamptz,
    add check (case algorithm when 'Ed25519' then public_key is not null and sealed_key is not null else secret is not null end);
alter table ticket_key alter column algorithm drop default;
-- One key signs at a time, however many replicas make one.
create unique index ticket_key_signing on ticket_key (algorithm)
    where algorithm = 'Ed25519' and retired_at is null and withdrawn_at is null;

-- Seals the keys where the operator gives no secret: then a stolen backup opens them.
create table secret_key (
    id         integer     primary key check (id = 1),
    key        bytea       not null,
    created_at timestamptz not null
);

-- Messages to be sent: what and about whom, and no address and no text, which are read at sending.
create table outbox (
    event_id   uuid        not null,
    message_id uuid        not null,
    kind       text        not null,
    channel    text        not null check (channel in ('email')),
    subject_id uuid        not null,
    created_at timestamptz not null,
    not_before timestamptz not null,
    attempts   integer     not null default 0,
    sent_at    timestamptz,
    given_up_at timestamptz,
    failure    text,
    primary key (event_id, message_id)
);
create index outbox_due on outbox (not_before) where sent_at is null and given_up_at is null;
create index outbox_by_subject on outbox (event_id, subject_id, created_at);

-- A lost ticket is asked for by the contact that it was registered with, and goes out by e-mail: rows without one cost
-- nothing here.
create index registration_by_email on registration (lower(email)) where active and email is not null;
create index registration_by_phone on registration (phone) where active and email is not null;
