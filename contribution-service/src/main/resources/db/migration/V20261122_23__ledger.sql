-- Double-entry ledger (复式记账). Append-only: a correction is a new entry set.
--
-- Sign: a positive amount increases what the fund owes or holds for its owner (person, pooled fund, suspense), a
-- negative one increases what is owed to the fund (a bank that took money and has not settled it). So each entry set
-- sums to zero, all balances together sum to zero, and a bank's clearing balance is negative until it settles.

create table entry_set (
    entry_set_id uuid primary key,
    kind         text not null check (kind in ('PAYMENT', 'SUSPENSE')),
    receipt_id   uuid not null constraint entry_set_per_receipt unique references receipt,
    day          date not null
);
comment on table entry_set is 'append-only; the entries of one business fact, written by one statement; they sum to zero';
comment on column entry_set.day is 'business day of the booking';

create table entry (
    entry_set_id  uuid     not null references entry_set,
    line          smallint not null,
    account_kind  text     not null,
    account_owner text     not null,
    account_shard smallint not null,
    amount_fen    bigint   not null check (amount_fen <> 0),
    day           date     not null,
    person_id     uuid,
    bill_id       uuid,
    primary key (entry_set_id, line)
);
comment on table entry is 'append-only';

create table account_balance (
    account_kind  text     not null check (account_kind in ('BANK_CLEARING', 'MEDICAL', 'PERSON', 'POOLED', 'SUSPENSE')),
    account_owner text     not null,
    account_shard smallint not null check (account_shard between 0 and 63),
    balance_fen   bigint   not null,
    primary key (account_kind, account_owner, account_shard)
) with (fillfactor = 70);
comment on table account_balance is 'always the sum of the account''s entries: written by the statement that writes them, proven by GET /ledger/check';
comment on column account_balance.account_owner is 'PERSON: personId/scheme; POOLED, MEDICAL: place; BANK_CLEARING, SUSPENSE: bank';
comment on column account_balance.account_shard is 'PERSON: 0. The others are summed over their shards: a posting writes the shard of its own database connection, so two connections do not wait for one row';

create trigger entry_set_append_only before update or delete or truncate on entry_set
    for each statement execute function refuse_change();
create trigger entry_append_only before update or delete or truncate on entry
    for each statement execute function refuse_change();

create function refuse_unbalanced() returns trigger language plpgsql as $$
begin
    if exists (select from written group by entry_set_id having sum(amount_fen) <> 0) then
        raise exception 'an entry set must sum to zero and be written by one statement' using errcode = 'check_violation';
    end if;
    return null;
end $$;
create trigger entry_set_sums_to_zero after insert on entry
    referencing new table as written for each statement execute function refuse_unbalanced();
