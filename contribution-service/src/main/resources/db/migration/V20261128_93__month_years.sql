-- Months by their years. Each month of seven million persons takes a row, and an index that grows for ever no longer fits
-- into memory; that of a year does. What there is up to the end of 2026 stays where it is.
alter table bill_month rename constraint month_billed_once to month_billed_once_past;
alter index bill_month_moved rename to bill_month_moved_past;
alter table bill_month rename to bill_month_past;

create table bill_month (like bill_month_past including constraints) partition by range (month);
alter table bill_month
    add constraint month_billed_once primary key (person_id, scheme, month),
    add foreign key (moved_by) references transfer_case;
create index bill_month_moved on bill_month (moved_by) where moved_by is not null;

comment on table bill_month is 'no month of a person and scheme is billed, and so none is paid, twice: whatever periods the bills have';
comment on column bill_month.moved_by is 'the case that moved the paid month to another province; null: it counts here';
comment on table bill_month_past is 'of bill_month: 2026 and the years before';

-- Gives a year its table, if it has none. There is nothing of it anywhere else, so nothing is moved and nothing looked through.
create function keep_months_of(of_year integer) returns void language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('bill_month', 0));
    if to_regclass('bill_month_' || of_year) is null then
        execute format('create table %I (like bill_month including constraints)', 'bill_month_' || of_year);
        execute format('alter table bill_month attach partition %I for values from (%L) to (%L)',
                       'bill_month_' || of_year, make_date(of_year, 1, 1), make_date(of_year + 1, 1, 1));
    end if;
end $$;

select keep_months_of(of_year) from generate_series(2027, 2031) of_year;
with later as (delete from bill_month_past where month >= '2027-01-01' returning *)
insert into bill_month select * from later;
alter table bill_month attach partition bill_month_past for values from (minvalue) to ('2027-01-01');
