-- A bill has no relation where it follows from a plan, and no month of a new bill has moved: to hand each row to the checks of
-- both references found nothing to look up, and cost 3 us of the 24 that a bill of a billing run may take. Neither relations nor cases can be deleted,
-- and the ledger's proof finds a bill or a month that has lost its other half.
select take_tables('bill', 'bill_month', 'relation', 'transfer_case');
alter table bill drop constraint bill_relation_id_fkey;
alter table bill_month drop constraint bill_month_moved_by_fkey1;
create trigger relation_kept before delete on relation for each statement execute function refuse_change();
create trigger transfer_case_kept before delete on transfer_case for each statement execute function refuse_change();
