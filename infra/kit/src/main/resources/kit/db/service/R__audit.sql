-- Who did what, written in the transaction that does it. Nobody changes an entry: the service's login has no right to
-- (afterMigrate__rights.sql), and the triggers stop the owner too.
create table if not exists audit_shift (
    is_only_row boolean primary key default true check (is_only_row),
    shift       bigint  not null
);
insert into audit_shift (shift) values (0) on conflict do nothing;

-- As feed_tx: the order of entries goes on when the database is restored into another server.
create or replace function audit_tx(xid xid8) returns xid8 stable
    return (select (xid::text::bigint + shift)::text::xid8 from audit_shift);

create table if not exists audit_entry (
    tx           xid8        not null default audit_tx(pg_current_xact_id()),
    id           bigint      generated always as identity,
    at           timestamptz not null default clock_timestamp(),
    actor        text        not null,
    role         text        not null,
    address      text,
    action       text        not null,
    event_id     uuid,
    subject_kind text        not null,
    subject_id   text,
    before       jsonb,
    after        jsonb,
    primary key (tx, id)
);
create index if not exists audit_entry_by_time on audit_entry (at, id);
create index if not exists audit_entry_by_event on audit_entry (event_id, at, id) where event_id is not null;
create index if not exists audit_entry_by_actor on audit_entry (actor, at, id);

-- Each seal holds the entries after the seal before it, up to (upto_tx, upto_id): its hash is over them and over the
-- hash of that seal.
create table if not exists audit_seal (
    no        bigint      primary key,
    upto_tx   xid8        not null,
    upto_id   bigint      not null,
    entries   integer     not null,
    previous  bytea       not null,
    hash      bytea       not null,
    sealed_at timestamptz not null
);

create or replace function audit_stays() returns trigger language plpgsql as $$
begin
    raise exception 'the audit is only added to' using errcode = 'insufficient_privilege';
end $$;

create or replace trigger audit_entry_stays before update or delete or truncate on audit_entry
    for each statement execute function audit_stays();
create or replace trigger audit_seal_stays before update or delete or truncate on audit_seal
    for each statement execute function audit_stays();
