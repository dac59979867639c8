select take_tables('bill', 'entry_set', 'receipt');
-- The statement that books a payment writes all three rows, and receipts can neither be changed nor deleted: to look each of them up
-- twice and lock it, row by row, found nothing ever. The ledger's proof finds a bill or a set whose receipt is not there.
alter table bill drop constraint bill_paid_by_receipt;
alter table entry_set drop constraint entry_set_receipt_id_fkey;

-- A payment asks this of what adds to a month (补差) alone. As a function it costs the others nothing: in the statement itself all
-- years' tables of bill_month were opened for every payment.
create function month_moved_away(of_person uuid, of_scheme text, of_month date) returns boolean stable language plpgsql as $$
begin
    return exists (select from bill_month where person_id = of_person and scheme = of_scheme and month = of_month
                   and moved_by is not null);
end $$;
