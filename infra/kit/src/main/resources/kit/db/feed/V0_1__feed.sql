-- What other services are told of this one's changes, written in the transaction that makes them.
-- The order of reading is (tx, id): identity values become visible out of order, transaction ids below the
-- snapshot's xmin do not.
create table feed_entry (
    tx         xid8        not null default pg_current_xact_id(),
    id         bigint      generated always as identity,
    type       text        not null,
    subject    text        not null,
    data       jsonb       not null,
    created_at timestamptz not null default now(),
    primary key (tx, id)
);

-- How far each consumer has applied the feed: it says so by asking for what comes after.
create table feed_consumer (
    name    text primary key,
    tx      xid8        not null,
    id      bigint      not null,
    seen_at timestamptz not null
);
