-- Months by their years. Each month of seven million persons takes a row, and an index that grows for ever no longer fits
-- into memory; that of a year does. What is there stays where it is, as the rest of all years that have no table of their own.
alter table bill_month rename constraint month_billed_once to month_billed_once_rest;
alter index bill_month_moved rename to bill_month_moved_rest;
alter table bill_month rename to bill_month_rest;

create table bill_month (like bill_month_rest including constraints) partition by range (month);
alter table bill_month
    add constraint month_billed_once primary key (person_id, scheme, month),
    add foreign key (moved_by) references transfer_case;
create index bill_month_moved on bill_month (moved_by) where moved_by is not null;
alter table bill_month attach partition bill_month_rest default;

comment on table bill_month is 'no month of a person and scheme is billed, and so none is paid, twice: whatever periods the bills have';
comment on column bill_month.moved_by is 'the case that moved the paid month to another province; null: it counts here';
comment on table bill_month_rest is 'of bill_month: the years that have no table of their own';

-- Gives the year a table of its own, if it has none; takes along what is there of it. Called when a service starts, years ahead,
-- so there is next to nothing to take.
create function keep_months_of(of_year integer) returns void language plpgsql as $$
declare
    own text := 'bill_month_' || of_year;
    begins date := make_date(of_year, 1, 1);
    ends date := make_date(of_year + 1, 1, 1);
begin
    perform pg_advisory_xact_lock(hashtextextended('bill_month', 0));
    if to_regclass(own) is not null then
        return;
    end if;
    execute format('create table %I (like bill_month including constraints)', own);
    execute format('with gone as (delete from bill_month_rest where month >= %L and month < %L returning *)
                    insert into %I select * from gone', begins, ends, own);
    execute format('alter table bill_month attach partition %I for values from (%L) to (%L)', own, begins, ends);
end $$;
