-- Bills beside those of months: what is missing of months that were paid before their own limits were published (补差), and
-- a resident's year (城乡居民年度缴费). Neither takes a month in bill_month.

alter table bill
    add column kind text not null default 'MONTHS' check (kind in ('MONTHS', 'ADJUSTMENT', 'YEAR')),
    add column adjusts uuid,
    add column adjusts_from date check (extract(day from adjusts_from) = 1),
    alter column first_month drop not null,
    add column subsidy_fen bigint not null default 0 check (subsidy_fen >= 0),
    drop constraint bill_amount,
    add constraint bill_amount check (amount_fen > 0 and amount_fen
        = case kind when 'YEAR' then 1 else months end * (account_fen + pooled_fen + medical_fen)),
    add constraint bill_adjusts check (num_nonnulls(adjusts, adjusts_from) = case kind when 'ADJUSTMENT' then 2 else 0 end),
    add constraint bill_first_month check ((first_month is null) = (kind = 'ADJUSTMENT')),
    add constraint bill_subsidised check (subsidy_fen = 0 or kind = 'YEAR');
create unique index bill_adjusted_once on bill (adjusts) where adjusts is not null and withdrawn_on is null;
comment on column bill.kind is 'MONTHS: months by a plan or an employment; ADJUSTMENT: what is missing of the months of another bill; YEAR: a resident''s year by a tier, first_month is its January';
comment on column bill.adjusts is 'ADJUSTMENT: the paid bill whose months it tops up; base_fen is the base on which they should have been paid, the parts are what is missing a month';
comment on column bill.adjusts_from is 'ADJUSTMENT: the first month of that bill. first_month is null: the month is billed already, and bill_issued_once, by which every release issues, lets nulls be';
comment on column bill.subsidy_fen is 'YEAR: what government adds to the individual account when it is paid (缴费补贴); no part of amount_fen';

alter table receipt add column subsidy_fen bigint not null default 0 check (subsidy_fen >= 0),
    add constraint receipt_subsidised check (subsidy_fen = 0 or outcome = 'PAID');
comment on column receipt.subsidy_fen is 'what government added when the money was booked: no part of amount_fen';

alter table account_balance drop constraint account_balance_account_kind_check;
alter table account_balance add constraint account_balance_account_kind_check check (account_kind in
    ('BANK_CLEARING', 'GOVERNMENT', 'INTEREST', 'MEDICAL', 'PERSON', 'POOLED', 'SUSPENSE', 'TAX_BUREAU', 'TRANSIT'));
comment on column account_balance.account_owner is 'PERSON: personId/scheme; POOLED, MEDICAL, GOVERNMENT: place; BANK_CLEARING: bank; TAX_BUREAU: bureau; SUSPENSE: bank or bureau; TRANSIT: the other province; INTEREST: the own province';

-- An adjustment run: what the rules say to each distinct kind of bill in its months.
create table adjustment_verdict (
    sweep_id      uuid     not null,
    place         text     not null,
    scheme        text     not null,
    month         date     not null,
    chosen_base   bigint   not null,
    chosen_tier   smallint not null,
    base_fen      bigint   not null,
    verdict       text     not null check (verdict in
        ('OWED', 'FINAL', 'TOP_UP_UNCONFIRMED', 'EXCESS_UNCONFIRMED', 'RULES_NOT_LOADED', 'NEVER_A_BASE')),
    due_base_fen  bigint,
    account_fen   bigint   not null,
    pooled_fen    bigint   not null,
    medical_fen   bigint   not null,
    payable_until date,
    primary key (sweep_id, place, scheme, month, chosen_base, chosen_tier, base_fen),
    check ((verdict = 'OWED') = (payable_until is not null))
);
comment on table adjustment_verdict is 'asked once in a run; bills that need nothing have none';
comment on column adjustment_verdict.account_fen is 'what is missing a month (EXCESS_UNCONFIRMED: what was too much), like pooled_fen and medical_fen';

alter table plan
    add column yearly_fen bigint check (yearly_fen > 0),
    drop constraint plan_has_base_or_tier,
    add constraint plan_has_base_or_tier check (num_nonnulls(base_fen, tier_percent, yearly_fen) = 1),
    add constraint plan_of_resident check ((yearly_fen is null or scheme = 'RESIDENT' and period_months = 12));
comment on column plan.yearly_fen is 'a resident''s tier in yuan a year (居民缴费档次): the plan of one year, which ends with it';
