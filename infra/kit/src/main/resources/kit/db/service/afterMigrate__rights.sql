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
end $$;
