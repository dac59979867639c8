-- Each time a database is migrated: what the role of the running service may do in it. It owns nothing, so it makes, changes and drops no
-- table and ends no trigger; and it changes no row of what is append-only, whoever sends what through it. All of it is read from the
-- catalogue: a table of a later migration is covered with it, and only what is not yet so is changed.
do $$
declare
    service constant text := '${service}';
    lacking text;
begin
    if service = current_user then
        return; -- nobody has parted the two yet
    end if;
    if not exists (select from pg_roles where rolname = service) then
        raise exception 'there is no role "%" for the running service: make it, with a login and nothing else, and migrate again', service
            using errcode = 'undefined_object';
    end if;
    if pg_has_role(service, current_user, 'member') then
        raise exception 'the role "%" of the running service may do whatever "%" may, who owns the tables: make it a member of nothing',
            service, current_user using errcode = 'invalid_grant_operation';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('privileges', 0)); -- of processes that start together

    if has_database_privilege(service, current_database(), 'CREATE, TEMPORARY') then
        execute format('revoke create, temporary on database %I from public, %I', current_database(), service);
    end if;
    if has_schema_privilege(service, 'public', 'CREATE') then
        execute format('revoke create on schema public from public, %I', service);
    end if;
    if not has_schema_privilege(service, 'public', 'USAGE') then
        execute format('grant usage on schema public to %I', service);
    end if;

    for lacking in
        select format(case when wanted then 'grant %s on %s to %I' else 'revoke %s on %s from %I' end, action, id::regclass, service)
        from (select t.oid as id, action, has_table_privilege(service, t.oid, action) as has,
                     action <> 'TRUNCATE'
                         and (action = 'SELECT' or t.relname <> '${flyway:table}')
                         -- whoever asks a table needs nothing of its partitions, which have none of its triggers
                         and not t.relispartition
                         and not exists (select from pg_trigger
                                         where tgrelid = t.oid and tgfoid = 'refuse_change'::regproc and tgtype & fires <> 0) as wanted
              from pg_class t
              cross join (values ('SELECT', 0), ('INSERT', 4), ('DELETE', 8), ('UPDATE', 16), ('TRUNCATE', 32)) as a (action, fires)
              where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p', 'v', 'm')) held
        where wanted <> has
        union all
        select format('grant usage on sequence %s to %I', seqrelid::regclass, service)
        from pg_sequence
        where not has_sequence_privilege(service, seqrelid, 'USAGE')
    loop
        execute lacking;
    end loop;
end $$;
