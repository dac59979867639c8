-- A billing run (核定批次) as it goes: priced once, then bucket by bucket, each in one transaction with its checkpoint.

create table billing_run (
    run_id      uuid primary key,
    month       date not null check (extract(day from month) = 1),
    dry         boolean not null,
    asked_on    date not null,
    started_at  timestamptz not null default clock_timestamp(),
    priced_at   timestamptz,
    finished_at timestamptz
);
create unique index billing_run_alone on billing_run (month, dry) where finished_at is null;
create index billing_run_open on billing_run (started_at) where finished_at is null;
comment on column billing_run.dry is 'counts what would be billed, and bills nothing';
comment on column billing_run.asked_on is 'the business day by which all of it is judged, however long it takes';

create table billing_price (
    run_id        uuid     not null references billing_run,
    place         text     not null,
    scheme        text     not null,
    period_months smallint not null,
    chosen_base   bigint   not null,
    chosen_tier   smallint not null,
    reasons       text[]   not null,
    base_fen      bigint,
    account_fen   bigint,
    pooled_fen    bigint,
    medical_fen   bigint,
    payable_until date,
    channels      text[],
    primary key (run_id, place, scheme, period_months, chosen_base, chosen_tier),
    check ((reasons = '{}') = (num_nulls(base_fen, account_fen, pooled_fen, medical_fen, payable_until, channels) = 0))
);
comment on table billing_price is 'what the rules say to each distinct choice, asked once in a run: a price, or the reasons against it';

create table billing_bucket (
    run_id       uuid    not null references billing_run,
    bucket       integer not null,
    from_person  uuid    not null,
    below_person uuid,
    done_at      timestamptz,
    bills        bigint,
    total_fen    bigint,
    refused      jsonb,
    primary key (run_id, bucket),
    check ((done_at is null) = (num_nulls(bills, total_fen, refused) = 3))
);
comment on table billing_bucket is 'persons whose ids lie between the two (the second excluded; null: no end), billed together: done, or not at all';
comment on column billing_bucket.refused is 'how many plans were left out, by code';
