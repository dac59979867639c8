-- For migrations that change more than one table that is in use. Who holds one table and waits for the next stands in the way of commands
-- that took them in another order: they wait for each other until one of them is ended, which may be a person's command. So the tables are
-- taken all or none: whoever has to wait for long gives back what it has, lets the others through, and begins anew.
create function take_tables(variadic tables text[]) returns void language plpgsql as $$
declare
    taken text;
begin
    perform set_config('lock_timeout', '200ms', true); -- shorter than the wait after which PostgreSQL ends somebody
    for attempt in 1 .. 600 loop
        begin
            foreach taken in array tables loop
                execute format('lock table %I in access exclusive mode', taken);
            end loop;
            perform set_config('lock_timeout', '0', true);
            return;
        exception when lock_not_available then
            perform pg_sleep(0.1 + random() * 0.1); -- what this attempt had is free again
        end;
    end loop;
    raise exception 'the tables % were in use for minutes; migrate again', tables using errcode = 'lock_not_available';
end $$;
comment on function take_tables is 'Takes tables for the rest of the transaction, all or none, and keeps nobody waiting for more than a fifth of a second for each';
