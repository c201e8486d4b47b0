-- Runs at every start: the service's login may read and write rows, and change no table. Where the owner logs in
-- itself, there is nothing to grant. Replicas that start at once take turns: PostgreSQL refuses to change the rights
-- of one table twice at a time.
do $$
declare
    login constant name := '${login}';
begin
    if login = current_user then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtext('rights of ' || login));
    execute format('grant usage on schema public to %I', login);
    execute format('grant select, insert, update, delete on all tables in schema public to %I', login);
    execute format('grant usage on all sequences in schema public to %I', login);
    execute format('revoke insert, update, delete on flyway_schema_history from %I', login);
    -- The audit is only added to, and order and time of its entries are the database's own.
    execute format('revoke all on audit_shift, audit_entry, audit_seal from %I', login);
    execute format('grant select on audit_shift, audit_entry, audit_seal to %I', login);
    execute format(
        'grant insert (actor, role, address, action, event_id, subject_kind, subject_id, before, after) on audit_entry to %I',
        login);
    execute format('grant insert on audit_seal to %I', login);
    if to_regclass('feed_entry') is not null then
        execute format('revoke update, delete on feed_entry from %I', login);
    end if;
end $$;
