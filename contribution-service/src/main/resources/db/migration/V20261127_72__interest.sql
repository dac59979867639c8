-- Annual interest on individual accounts (结息): a run, divided into buckets of accounts, each in one transaction with its checkpoint.

create table interest_run (
    run_id      uuid primary key,
    year        smallint not null check (year between 1900 and 2099),
    dry         boolean  not null,
    asked_on    date     not null,
    rate        numeric  not null check (rate >= 0),
    provisional boolean  not null,
    from_month  text     check (from_month in ('FEE_MONTH', 'CREDIT_MONTH')),
    started_at  timestamptz not null default clock_timestamp(),
    divided_at  timestamptz,
    finished_at timestamptz
);
create unique index interest_run_alone on interest_run (year, dry) where finished_at is null;
create index interest_run_open on interest_run (started_at) where finished_at is null;
comment on column interest_run.dry is 'reckons what would be credited, and credits nothing';
comment on column interest_run.asked_on is 'the business day by which all of it is judged and booked, however long it takes';
comment on column interest_run.provisional is 'the year''s own rate was not published: the last one stands in';
comment on column interest_run.from_month is 'from which month a credit bears interest; null: nobody says it, and accounts for which it matters are left out';

create table interest_bucket (
    run_id         uuid    not null references interest_run,
    bucket         integer not null,
    from_owner     text    not null,
    below_owner    text,
    done_at        timestamptz,
    accounts       bigint,
    changed        bigint,
    interest_fen   bigint,
    difference_fen bigint,
    primary key (run_id, bucket),
    check (num_nulls(done_at, accounts, changed, interest_fen, difference_fen) in (0, 5))
);
create index interest_bucket_open on interest_bucket (run_id, bucket) where done_at is null;
comment on table interest_bucket is 'accounts whose owners lie between the two (the second excluded; null: no end), credited together: done, or not at all';
comment on column interest_bucket.changed is 'accounts whose interest of the year is another one now than before the run';

create table interest_doubt (
    run_id    uuid   not null references interest_run,
    person_id uuid   not null,
    doubts    text[] not null check (doubts <> '{}'),
    primary key (run_id, person_id)
);
comment on table interest_doubt is 'the work list of a run: accounts for which something is uncertain, with every doubt';

-- As the rules have it, to the fen: half a fen up, on the opening balance and on the credits each for itself. The
-- division is of whole numbers, so that nothing is rounded twice.
create function interest_of(opening_fen bigint, product_fen bigint, rate numeric) returns bigint immutable language sql
    return (round(opening_fen * rate) + div(2 * product_fen * rate + 12, 24))::bigint;

create table interest (
    interest_id    uuid     primary key,
    run_id         uuid     not null references interest_run,
    person_id      uuid     not null,
    scheme         text     not null check (scheme = 'EMPLOYEE'),
    year           smallint not null,
    revision       smallint not null check (revision > 0),
    province       text     not null check (province ~ '^[0-9]{2}0000$'),
    rate           numeric  not null,
    provisional    boolean  not null,
    opening_fen    bigint   not null check (opening_fen >= 0),
    credited_fen   bigint   not null check (credited_fen >= 0),
    product_fen    bigint   not null check (product_fen >= 0),
    interest_fen   bigint   not null,
    difference_fen bigint   not null,
    credited_on    date     not null,
    constraint interest_once unique (person_id, scheme, year, revision),
    constraint interest_reckoned check (interest_fen = interest_of(opening_fen, product_fen, rate)),
    constraint interest_first check (revision > 1 or difference_fen = interest_fen)
);
comment on table interest is 'append-only: what an account earned in a year, and again whenever that became another amount or its rate official';
comment on column interest.product_fen is '月积数: each month''s credit times the months from its own to the year''s end';
comment on column interest.difference_fen is 'to the revision before: what was booked, by a set of kind INTEREST unless it is zero';
comment on column interest.province is 'the owner of the account that gives the interest';
create trigger interest_append_only before update or delete or truncate on interest
    for each statement execute function refuse_change();

alter table entry_set
    add column interest_id uuid constraint entry_set_per_interest unique references interest,
    drop constraint entry_set_kind_check,
    add constraint entry_set_kind_check check (kind in (
        'PAYMENT', 'SUSPENSE', 'RELEASE', 'SETTLE', 'RESTORE', 'CREDIT', 'ARRIVAL', 'CLAIM', 'RETURN', 'INTEREST')),
    drop constraint entry_set_has_fact,
    add constraint entry_set_has_fact check (num_nonnulls(receipt_id, case_id, bank_credit_id, interest_id) > 0),
    add constraint entry_set_of_interest check ((kind = 'INTEREST') = (interest_id is not null)
        and (interest_id is null or num_nonnulls(receipt_id, case_id, bank_credit_id) = 0)),
    drop constraint entry_set_corrects,
    add constraint entry_set_corrects check (case kind
        when 'RESTORE' then corrects is not null
        when 'INTEREST' then true
        else corrects is null end);
comment on column entry_set.interest_id is 'INTEREST: the year of the account from which it follows';
comment on column entry_set.corrects is 'RESTORE: the set that it undoes; INTEREST: the one before of the same account and year, to which it is the difference';

alter table account_balance drop constraint account_balance_account_kind_check;
alter table account_balance add constraint account_balance_account_kind_check check (account_kind in
    ('BANK_CLEARING', 'INTEREST', 'MEDICAL', 'PERSON', 'POOLED', 'SUSPENSE', 'TAX_BUREAU', 'TRANSIT'));
comment on column account_balance.account_owner is 'PERSON: personId/scheme; POOLED, MEDICAL: place; BANK_CLEARING: bank; TAX_BUREAU: bureau; SUSPENSE: bank or bureau; TRANSIT: the other province; INTEREST: the own province';
