-- Runs at every start. An entry from the future was written on another server: count on from there.
update feed_shift
set shift = (select max(tx)::text::bigint from feed_entry)
where (select max(tx) from feed_entry) >= feed_tx(pg_snapshot_xmax(pg_current_snapshot()));
