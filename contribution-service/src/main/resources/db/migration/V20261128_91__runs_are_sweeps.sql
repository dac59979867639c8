-- Billing and interest runs are sweeps as well: one table of orders, one of buckets, and figures by name. What was ordered before is
-- taken over, goes on where it was, and is shown as before. The four old tables are read no more; a later release drops them, for
-- instances of the release before may still look into them while the new ones start.

-- What an instance of the release before has under way is finished first: the copy shows it as done.
lock table billing_run, billing_bucket, interest_run, interest_bucket in exclusive mode;

alter table sweep
    add column terms jsonb not null default '{}',
    drop constraint sweep_kind_check,
    add constraint sweep_kind_check check (kind in ('ADJUSTMENT', 'BILLING', 'INTEREST', 'REMINDER')),
    add constraint sweep_of_interest check (kind <> 'INTEREST'
        or num_nulls(terms -> 'rate', terms -> 'provisional') = 0
           and extract(month from from_month) = 1 and to_month = from_month + interval '11 months');
comment on column sweep.terms is 'by what it is done, as the rules had it when it was ordered; INTEREST: rate, provisional (the year''s own rate was not published), from (from which month a credit bears interest; absent: nobody says it)';
create index sweep_bucket_open on sweep_bucket (sweep_id, bucket) where done_at is null;
create trigger sweep_kept before delete on sweep for each statement execute function refuse_change();

insert into sweep (sweep_id, kind, from_month, to_month, dry, asked_on, started_at, prepared_at, finished_at)
select run_id, 'BILLING', month, month, dry, asked_on, started_at, priced_at, finished_at from billing_run;
insert into sweep_bucket (sweep_id, bucket, from_person, below_person, done_at, figures)
select run_id, bucket, from_person, below_person, done_at,
       case when done_at is not null then
           jsonb_build_object('bills', bills, 'fen', total_fen)
           || coalesce((select jsonb_object_agg('refused/' || key, value) from jsonb_each(refused)), '{}') end
from billing_bucket;

insert into sweep (sweep_id, kind, from_month, to_month, dry, asked_on, terms, started_at, prepared_at, finished_at)
select run_id, 'INTEREST', make_date(year, 1, 1), make_date(year, 12, 1), dry, asked_on,
       jsonb_strip_nulls(jsonb_build_object(
           'rate', cast(rate as text), 'provisional', provisional, 'from', from_month)),
       started_at, divided_at, finished_at
from interest_run;
insert into sweep_bucket (sweep_id, bucket, from_person, below_person, done_at, figures)
select run_id, bucket,
       case from_owner when '' then '00000000-0000-0000-0000-000000000000' else cast(left(from_owner, 36) as uuid) end,
       cast(left(below_owner, 36) as uuid), done_at,
       case when done_at is not null then jsonb_build_object(
           'accounts', accounts, 'changed', changed, 'interest', interest_fen, 'difference', difference_fen)
           || case bucket when 0 then coalesce(
               (select jsonb_object_agg('doubt/' || code, listed) from (
                   select code, count(*) as listed from interest_doubt d, unnest(d.doubts) as code
                   where d.run_id = b.run_id group by code) counted), '{}') else '{}' end end
from interest_bucket b;

alter table billing_price drop constraint billing_price_run_id_fkey;
alter table interest_doubt drop constraint interest_doubt_run_id_fkey;
comment on column billing_price.run_id is 'the sweep';
comment on column interest_doubt.run_id is 'the sweep';
update billing_run set finished_at = clock_timestamp() where finished_at is null;
update interest_run set finished_at = clock_timestamp() where finished_at is null;
drop trigger interest_run_kept on interest_run;
