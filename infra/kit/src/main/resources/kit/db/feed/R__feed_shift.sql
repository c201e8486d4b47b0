-- The feed's own count of transactions: PostgreSQL's transaction id plus a shift. In a database that was restored
-- into another server transaction ids begin low again; the shift (see afterMigrate.sql) keeps the feed's count
-- growing, so that the positions of consumers stay true.
create table if not exists feed_shift (
    is_only_row boolean primary key default true check (is_only_row),
    shift       bigint  not null
);
insert into feed_shift (shift) values (0) on conflict do nothing;

create or replace function feed_tx(xid xid8) returns xid8 stable
    return (select (xid::text::bigint + shift)::text::xid8 from feed_shift);

alter table feed_entry alter column tx set default feed_tx(pg_current_xact_id());
