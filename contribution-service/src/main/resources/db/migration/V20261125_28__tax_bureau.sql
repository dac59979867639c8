-- The tax bureau's channel (税务征收): bills are assessed here, collected there, and what was collected is reported back.

-- What follows from the rules when a bill is issued is kept with it, so that booking needs no rule. Until now every place
-- was paid at terminals.
alter table bill
    add column channels text[] not null default '{BANK_TERMINAL}',
    add column assessment_number bigint,
    add column assessed_on date,
    add constraint bill_channels check (channels <@ '{BANK_TERMINAL,BANK_WITHHOLDING,TAX_BUREAU}'),
    add constraint bill_assessment_whole check ((assessment_number is null) = (assessed_on is null)),
    add constraint bill_assessed_for_tax check (assessment_number is null or 'TAX_BUREAU' = any (channels));
create sequence assessment_number_seq;
create unique index bill_assessment on bill (assessment_number) where assessment_number is not null;
create index bill_to_assess on bill (payable_until, bill_id)
    where assessment_number is null and 'TAX_BUREAU' = any (channels);
comment on table bill is 'written once, whole; only paid_by and the assessment are filled in later. The split is frozen at issue, so that booking needs no rule';
comment on column bill.channels is 'through which it may be paid, by the rules of the day of issue';
comment on column bill.assessment_number is '核定单号: under which the bill was handed over to the tax bureau, once. Numbers are given one bureau after the other, so a cursor over them misses nothing; they may have gaps';
comment on column bill.assessed_on is 'business day of the handing over';

alter table receipt
    add column channel text not null default 'BANK_TERMINAL'
        check (channel in ('BANK_TERMINAL', 'BANK_WITHHOLDING', 'TAX_BUREAU')),
    alter column terminal drop not null,
    add constraint receipt_terminal check (channel <> 'BANK_TERMINAL' or terminal is not null);
comment on column receipt.bank is 'the bank or tax bureau that took the money, of the token; no code is both';
comment on column receipt.channel is 'through which the money came';
comment on column receipt.reference is 'terminal id + "-" + the terminal''s sequence, or the tax bureau''s voucher number (税票号码): with the bank, what makes the report unique';

-- Kinds are the ledger's own (AccountKind); the list only grows.
alter table account_balance drop constraint account_balance_account_kind_check;
alter table account_balance add constraint account_balance_account_kind_check check (account_kind in
    ('BANK_CLEARING', 'MEDICAL', 'PERSON', 'POOLED', 'SUSPENSE', 'TAX_BUREAU', 'TRANSIT'));
comment on column account_balance.account_owner is 'PERSON: personId/scheme; POOLED, MEDICAL: place; BANK_CLEARING: bank; TAX_BUREAU: bureau; SUSPENSE: bank or bureau; TRANSIT: province';
