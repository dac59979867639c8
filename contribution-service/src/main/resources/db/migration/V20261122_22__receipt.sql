-- Money that a bank reported: each report once, for ever.

create sequence receipt_number_seq;
comment on sequence receipt_number_seq is 'numbers may have gaps: a report that turns out to be a repetition uses one up';

create table receipt (
    receipt_id        uuid        primary key,
    receipt_number    text        not null constraint receipt_number_once unique,
    verification_code text        not null constraint receipt_code_once unique,
    bank              text        not null,
    terminal          text        not null,
    reference         text        not null,
    body_hash         bytea       not null,
    payer             text        not null check (payer in ('INSURED', 'OTHER')),
    bill_id           uuid        not null,
    person_id         uuid,
    amount_fen        bigint      not null check (amount_fen > 0),
    account_fen       bigint      not null check (account_fen >= 0),
    pooled_fen        bigint      not null check (pooled_fen >= 0),
    medical_fen       bigint      not null check (medical_fen >= 0),
    outcome           text        not null check (outcome in ('PAID', 'SUSPENDED')),
    reasons           text[]      not null,
    occurred_at       timestamptz not null,
    paid_on           date        not null,
    booked_on         date        not null,
    recorded_at       timestamptz not null default clock_timestamp(),
    constraint receipt_reported_once unique (bank, reference),
    constraint receipt_reasons check ((outcome = 'PAID') = (reasons = '{}')),
    constraint receipt_split check (account_fen + pooled_fen + medical_fen = case outcome when 'PAID' then amount_fen else 0 end)
);
create unique index receipt_pays_bill_once on receipt (bill_id) where outcome = 'PAID';
comment on table receipt is 'append-only. Money that a bank took is never refused: it is booked (PAID) or put in suspense (SUSPENDED) with every reason';
comment on column receipt.reference is 'terminal id + "-" + the terminal''s sequence: with the bank, what makes the report unique';
comment on column receipt.body_hash is 'of the report: the same again gets the same receipt, another one under the same reference is refused';
comment on column receipt.bill_id is 'as reported; no such bill may exist (BILL_UNKNOWN), so this is no foreign key';
comment on column receipt.paid_on is 'the business day for which the payment counts: of the attested occurred_at, within tolerance, else booked_on';
comment on column receipt.booked_on is 'the business day of the booking';

create trigger receipt_append_only before update or delete or truncate on receipt
    for each statement execute function refuse_change();

alter table bill add constraint bill_paid_by_receipt foreign key (paid_by) references receipt;
