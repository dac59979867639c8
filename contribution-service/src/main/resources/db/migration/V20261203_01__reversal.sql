-- A payment that a bank booked by mistake is undone (冲正): what it booked goes back by a new entry set, and its months are open again.
select take_tables('bill', 'entry_set', 'receipt');

create table reversal (
    receipt_id   uuid primary key references receipt,
    entry_set_id uuid not null constraint reversal_of_set unique,
    reason       text not null check (reason in ('WRONG_BILL', 'WRONG_PERSON', 'NEVER_TAKEN')),
    billed_again uuid references bill,
    reversed_on  date not null
);
comment on table reversal is 'append-only: one at most for a receipt that has paid its bill; the bill is withdrawn with it';
comment on column reversal.entry_set_id is 'the set that undoes the receipt''s';
comment on column reversal.reason is 'WRONG_BILL, WRONG_PERSON: the money is here, and in suspense until it is given back; NEVER_TAKEN: there was none, and whoever reported it owes it no more';
comment on column reversal.billed_again is 'the bill of the same months in the place of the one that it had paid; null: the person is not to pay them any more';
create trigger reversal_append_only before update or delete or truncate on reversal
    for each statement execute function refuse_change();

-- New kinds need no look at the rows that are there: what held for them before is stricter.
alter table entry_set
    drop constraint entry_set_kind_check,
    add constraint entry_set_kind_check check (kind in ('PAYMENT', 'SUSPENSE', 'REVERSAL', 'REFUND', 'RELEASE', 'SETTLE',
        'RESTORE', 'CREDIT', 'ARRIVAL', 'CLAIM', 'RETURN', 'INTEREST')) not valid,
    drop constraint entry_set_has_fact,
    add constraint entry_set_has_fact check (
        num_nonnulls(receipt_id, case_id, bank_credit_id, interest_id) > 0 or kind in ('REFUND', 'REVERSAL')) not valid,
    drop constraint entry_set_of_refund,
    add constraint entry_set_of_refund check (
        kind not in ('REFUND', 'REVERSAL') or num_nonnulls(receipt_id, case_id, bank_credit_id, interest_id) = 0) not valid,
    drop constraint entry_set_corrects,
    add constraint entry_set_corrects check (case
        when kind in ('RESTORE', 'REFUND', 'REVERSAL') then corrects is not null
        when kind = 'INTEREST' then true
        else corrects is null end) not valid;
comment on column entry_set.corrects is 'RESTORE, REFUND, REVERSAL: the set that it undoes; INTEREST: the one before of the same account and year, to which it is the difference';
