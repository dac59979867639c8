-- Who brought the money where it was another than the insured person: enough to see one payer behind many, and no more.
alter table receipt add column payer_index bytea,
    add constraint receipt_payer_of_another check (payer_index is null or payer = 'OTHER') not valid,
    add constraint receipt_payer_is_hashed check (octet_length(payer_index) = 32) not valid;
comment on column receipt.payer_index is 'keyed hash of the bank and what it calls the payer, which itself is kept nowhere; null: the insured person, or not told';
