-- What a person chose to pay, and the bills (账单) that follow from it.

create function months_from(earlier date, later date) returns integer immutable language sql
    return (extract(year from later) - extract(year from earlier))::integer * 12
         + (extract(month from later) - extract(month from earlier))::integer;

create table plan (
    plan_id       uuid primary key,
    relation_id   uuid     not null references relation,
    person_id     uuid     not null,
    scheme        text     not null,
    place         text     not null,
    base_fen      bigint   check (base_fen > 0),
    tier_percent  smallint check (tier_percent > 0),
    period_months smallint not null check (period_months in (1, 3, 6, 12)),
    from_month    date     not null check (extract(day from from_month) = 1),
    until_month   date     check (extract(day from until_month) = 1 and until_month >= from_month),
    chosen_on     date     not null,
    constraint plan_has_base_or_tier check (num_nonnulls(base_fen, tier_percent) = 1)
);
create unique index plan_live on plan (person_id, scheme) where until_month is null;
comment on column plan.base_fen is 'the base that the person chose, where the place bills by base (缴费基数)';
comment on column plan.tier_percent is 'the tier, where the place bills by tier (缴费档次): its base follows from the limits of each year';
comment on column plan.until_month is 'last month covered; null: the live plan, one per person and scheme';

create table bill (
    bill_id       uuid     primary key,
    plan_id       uuid     not null references plan,
    person_id     uuid     not null,
    scheme        text     not null,
    place         text     not null,
    first_month   date     not null check (extract(day from first_month) = 1),
    months        smallint not null check (months between 1 and 12),
    base_fen      bigint   not null check (base_fen > 0),
    account_fen   bigint   not null check (account_fen >= 0),
    pooled_fen    bigint   not null check (pooled_fen >= 0),
    medical_fen   bigint   not null check (medical_fen >= 0),
    amount_fen    bigint   not null,
    payable_until date     not null,
    issued_on     date     not null,
    paid_by       uuid,
    constraint bill_issued_once unique (person_id, scheme, first_month),
    constraint bill_amount check (amount_fen > 0 and amount_fen = months * (account_fen + pooled_fen + medical_fen))
) with (fillfactor = 90);
comment on table bill is 'written once, whole; only paid_by is filled in later. The split is frozen at issue, so that booking needs no rule';
comment on column bill.base_fen is 'per month, like account_fen, pooled_fen and medical_fen; amount_fen is for all months';
comment on column bill.paid_by is 'the receipt that paid it; a bill is open while this is null and payable_until has not passed. Not indexed: the update stays on its page';

create table bill_month (
    person_id uuid not null,
    scheme    text not null,
    month     date not null check (extract(day from month) = 1),
    bill_id   uuid not null references bill,
    constraint month_billed_once primary key (person_id, scheme, month)
);
comment on table bill_month is 'no month of a person and scheme is billed, and so none is paid, twice: whatever periods the bills have';
