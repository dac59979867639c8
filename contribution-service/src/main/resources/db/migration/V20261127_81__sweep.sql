-- What is done to all persons at once (批次): prepared once, then bucket by bucket, each in one transaction.

create table sweep (
    sweep_id    uuid primary key,
    kind        text not null check (kind in ('ADJUSTMENT', 'REMINDER')),
    from_month  date not null check (extract(day from from_month) = 1),
    to_month    date not null check (extract(day from to_month) = 1),
    dry         boolean not null,
    asked_on    date not null,
    started_at  timestamptz not null default clock_timestamp(),
    prepared_at timestamptz,
    finished_at timestamptz,
    constraint sweep_months check (from_month <= to_month)
);
create unique index sweep_alone on sweep (kind, from_month, to_month, dry) where finished_at is null;
create index sweep_open on sweep (started_at) where finished_at is null;
create index sweep_of_day on sweep (kind, asked_on);
comment on column sweep.asked_on is 'the business day by which all of it is judged, however long it takes';

create table sweep_bucket (
    sweep_id     uuid    not null references sweep,
    bucket       integer not null,
    from_person  uuid    not null,
    below_person uuid,
    done_at      timestamptz,
    figures      jsonb,
    primary key (sweep_id, bucket),
    check ((done_at is null) = (figures is null))
);
comment on table sweep_bucket is 'persons whose ids lie between the two (the second excluded; null: no end): done, or not at all';
comment on column sweep_bucket.figures is 'what was counted, by name; a sweep''s figures are their sums';

alter table adjustment_verdict add foreign key (sweep_id) references sweep;
