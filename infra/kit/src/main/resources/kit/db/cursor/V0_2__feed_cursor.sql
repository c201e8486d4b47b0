-- How far this service has applied another one's feed; moved in the transaction that applies the entries.
create table feed_cursor (
    feed       text primary key,
    position   text        not null,
    applied_at timestamptz not null
);
