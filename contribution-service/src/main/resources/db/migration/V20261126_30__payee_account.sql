-- Where the money of a transfer goes: the account of the new place's agency, from its contact letter.

alter table transfer_case add column payee_account text check (payee_account ~ '\S' and length(payee_account) <= 100);
comment on column transfer_case.payee_account is 'OUT: bank and account number of the agency that gets the money; null: it was not said';
alter table payment_order add column payee_account text check (payee_account ~ '\S' and length(payee_account) <= 100);
comment on column payment_order.payee_account is 'bank and account number of the payee; null: not said, or a RETURN, which goes back where it came from';
