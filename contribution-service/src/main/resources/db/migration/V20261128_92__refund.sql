-- What becomes of money in suspense (暂挂): it goes back to where it came from (退款), once, by the bank or bureau that took it.

create table refund (
    refund_id   uuid   primary key,
    receipt_id  uuid   not null constraint refund_once unique references receipt,
    payer       text   not null,
    amount_fen  bigint not null check (amount_fen > 0),
    ordered_on  date   not null,
    executed_on date,
    serial      text   constraint refund_serial check (length(serial) between 1 and 64),
    constraint refund_executed_whole check ((executed_on is null) = (serial is null))
);
create unique index refund_reported_once on refund (payer, serial) where serial is not null;
create index refund_open on refund (payer, refund_id) where executed_on is null;
comment on table refund is 'an order to give back what a receipt has in suspense, whole';
comment on column refund.payer is 'the bank or tax bureau that took the money and gives it back';
comment on column refund.executed_on is 'business day on which it said that it had; null: it has not, and the money is in suspense';
comment on column refund.serial is 'its own number of the refund';
create trigger refund_kept before delete or truncate on refund for each statement execute function refuse_change();

-- New kinds need no look at the rows that are there: what held for them before is stricter.
alter table entry_set
    drop constraint entry_set_kind_check,
    add constraint entry_set_kind_check check (kind in ('PAYMENT', 'SUSPENSE', 'REFUND', 'RELEASE', 'SETTLE', 'RESTORE',
        'CREDIT', 'ARRIVAL', 'CLAIM', 'RETURN', 'INTEREST')) not valid,
    drop constraint entry_set_has_fact,
    add constraint entry_set_has_fact check (
        num_nonnulls(receipt_id, case_id, bank_credit_id, interest_id) > 0 or kind = 'REFUND') not valid,
    add constraint entry_set_of_refund check (
        kind <> 'REFUND' or num_nonnulls(receipt_id, case_id, bank_credit_id, interest_id) = 0) not valid,
    drop constraint entry_set_corrects,
    add constraint entry_set_corrects check (case
        when kind in ('RESTORE', 'REFUND') then corrects is not null
        when kind = 'INTEREST' then true
        else corrects is null end) not valid;
comment on column entry_set.corrects is 'RESTORE, REFUND: the set that it undoes; INTEREST: the one before of the same account and year, to which it is the difference';
