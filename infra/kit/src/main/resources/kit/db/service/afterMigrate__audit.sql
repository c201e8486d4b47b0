-- Runs at every start. An entry from the future was written on another server: count on from there.
update audit_shift
set shift = (select max(tx)::text::bigint from audit_entry)
where (select max(tx) from audit_entry) >= audit_tx(pg_snapshot_xmax(pg_current_snapshot()));
