-- Whom another paid for: one payer behind many persons is a signal (异常线索), as one phone is. The payer may be family, a village's
-- helper, or somebody who takes money for it (代缴); a clerk looks.
create table paid_for (
    payer     bytea not null,
    person_id uuid not null,
    first_on  date not null,
    last_on   date not null,
    primary key (payer, person_id),
    constraint paid_for_payer_is_hashed check (octet_length(payer) = 32),
    constraint paid_for_days_in_order check (first_on <= last_on)
);
create index paid_for_last on paid_for (last_on);

comment on table paid_for is 'Payers who paid for another, as contribution tells; who pays for themselves is not in it';
comment on column paid_for.payer is 'Keyed hash of the bank and what it calls the payer; the key is contribution''s affair, nobody is found by it';
comment on column paid_for.person_id is 'As told; who was merged since is the survivor to whoever reads it, so it refers to nobody by key';
comment on column paid_for.first_on is 'Day of the first payment for the person, and of the last';

alter table signal drop constraint signal_kind,
    add constraint signal_kind check (kind in ('PHONE', 'DEVICE', 'OPERATOR', 'PAYER'));
comment on column signal.subject is 'What is behind them: blind index of the phone, number of the terminal, issuer and subject of the clerk, hash of the payer';
