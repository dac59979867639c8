-- Pausing and resuming (中断、恢复缴费). A pause is a fact about what was joined; which months of which relation are paused follows from all
-- facts, as their months do.
select take_tables('relation');

create table pause (
    pause_id    uuid primary key,
    relation_id uuid not null references relation (id),
    from_month  date not null check (extract(day from from_month) = 1),
    to_month    date check (extract(day from to_month) = 1),
    paused_on   date not null,
    resumed_on  date,
    recorded_at timestamptz not null default now(),
    constraint pause_months_in_order check (to_month >= from_month - interval '1 month'),
    constraint pause_end_whole check ((to_month is null) = (resumed_on is null))
);
create unique index pause_one_open on pause (relation_id) where to_month is null;
create index pause_relation on pause (relation_id);
comment on table pause is 'From a month on the person pays no more, until they pay again';
comment on column pause.relation_id is 'The relation that was joined, whatever goes on from it';
comment on column pause.to_month is 'The last month that is not paid, as its first day; null while nobody has said; the month before from_month: it was taken back';
comment on column pause.paused_on is 'Business day on which it was asked for';

alter table relation add column paused datemultirange not null default '{}';
comment on column relation.paused is 'Which of its months are paused, as it was told';
