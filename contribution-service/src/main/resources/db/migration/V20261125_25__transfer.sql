-- Transfer (关系转移接续): what was done here for a case of the transfer service, and the money between provinces.

create table transfer_case (
    case_id         uuid    primary key,
    side            text    not null check (side in ('OUT', 'IN')),
    state           text    not null check (state in ('SEALED', 'RELEASED', 'SETTLED', 'EXPECTING', 'CREDITED', 'RESTORED')),
    scheme          text    not null,
    province        text    not null check (province ~ '^[0-9]{2}0000$'),
    person_id       uuid,
    place           text    check (place ~ '^[0-9]{6}$'),
    relation_id     uuid    references relation,
    reference       text,
    form            jsonb,
    months          integer,
    before_1998_fen bigint  check (before_1998_fen >= 0),
    current_fen     bigint  check (current_fen >= 0),
    account_fen     bigint  check (account_fen >= 0),
    pooled_fen      bigint  check (pooled_fen >= 0),
    begun_on        date    not null,
    moved_on        date,
    ended_on        date,
    constraint transfer_case_side check (case side
        when 'OUT' then state not in ('EXPECTING', 'CREDITED') and form is not null
        else state not in ('SEALED', 'RELEASED', 'SETTLED') and reference is not null end),
    constraint transfer_case_form check (
        num_nonnulls(form, person_id, place, months, before_1998_fen, current_fen, account_fen, pooled_fen) in (0, 8)),
    constraint transfer_case_moved check ((moved_on is not null) >= (state in ('RELEASED', 'SETTLED', 'CREDITED')))
);
create index transfer_case_of_person on transfer_case (person_id);
comment on table transfer_case is 'one row per case and never two instructions at once: whoever works on a case locks its row first, then an expected fund, then a person''s account, then balances in the order of their keys, then the outbox key';
comment on column transfer_case.side is 'OUT: this is the old place; IN: the new one';
comment on column transfer_case.province is 'the other side''s, and so the owner of the transit account';
comment on column transfer_case.person_id is 'null: not told yet. IN: known from the credit on';
comment on column transfer_case.place is 'where the person''s relation here is, and so whose pooled fund gives or takes';
comment on column transfer_case.reference is 'by which the bank''s statement names the money; OUT: null until it is released';
comment on column transfer_case.form is 'the information form (信息表): OUT as stated, IN as credited; months and amounts beside it are the same ones, for statements';
comment on column transfer_case.moved_on is 'the business day of release or credit; null: nothing was moved';

-- A person's account as a payment finds it. It stands beside the balance on purpose: a payment locks the row before it
-- decides, and what it then reads is what was committed while it waited. Another table it would see as of its beginning.
alter table account_balance
    add column sealed_by uuid references transfer_case,
    add column credited datemultirange not null default '{}',
    drop constraint account_balance_account_kind_check,
    add constraint account_balance_account_kind_check check (
        account_kind in ('BANK_CLEARING', 'MEDICAL', 'PERSON', 'POOLED', 'SUSPENSE', 'TRANSIT')),
    add constraint account_sealed_is_persons check (account_kind = 'PERSON' or sealed_by is null and credited = '{}');
create index account_not_as_usual on account_balance (account_owner)
    where account_kind = 'PERSON' and (sealed_by is not null or credited <> '{}');
comment on column account_balance.account_owner is 'PERSON: personId/scheme; POOLED, MEDICAL: place; BANK_CLEARING, SUSPENSE: bank; TRANSIT: the other province';
comment on column account_balance.sealed_by is 'the case that sealed it (封存), or moved away what was in it; null: open. A new relation opens it again';
comment on column account_balance.credited is 'the months that came by transfers: none of them can be paid here, too';

insert into account_balance (account_kind, account_owner, account_shard, balance_fen)
select 'PERSON', person_id || '/' || scheme, 0, 0 from relation on conflict do nothing;

alter table relation
    add column to_month date check (extract(day from to_month) = 1),
    drop constraint relation_once_per_scheme;
create unique index relation_live on relation (person_id, scheme) where to_month is null and scheme <> 'INJURY';
create index relation_of_person on relation (person_id, scheme);
comment on column relation.to_month is 'the last month of a relation that has ended; null: it lives, one per person and scheme';

alter table plan
    drop constraint plan_check,
    add constraint plan_ends check (until_month >= from_month - interval '1 month');
comment on column plan.until_month is 'last month covered; null: the live plan, one per person and scheme. The month before from_month: it ended before it began';

alter table bill_month add column moved_by uuid references transfer_case;
create index bill_month_moved on bill_month (moved_by) where moved_by is not null;
comment on column bill_month.moved_by is 'the case that moved the paid month to another province; null: it counts here';

create table credited_month (
    case_id     uuid   not null references transfer_case,
    month       date   not null check (extract(day from month) = 1),
    person_id   uuid   not null,
    scheme      text   not null,
    place       text   not null check (place ~ '^[0-9]{6}$'),
    base_fen    bigint not null check (base_fen >= 0),
    closing_fen bigint not null check (closing_fen >= 0),
    moved_by    uuid   references transfer_case,
    primary key (case_id, month)
);
create unique index credited_month_once on credited_month (person_id, scheme, month) where moved_by is null;
create index credited_month_of_person on credited_month (person_id, scheme);
comment on table credited_month is 'months that were paid elsewhere and came by a transfer';
comment on column credited_month.place is 'where it was paid (参保地)';
comment on column credited_month.closing_fen is 'the account after the year, as the old place stated it';
comment on column credited_month.moved_by is 'the case that moved it on; null: it counts here';

create table expected_fund (
    reference    text   primary key,
    case_id      uuid   references transfer_case,
    stated_fen   bigint check (stated_fen >= 0),
    received_fen bigint not null default 0 check (received_fen >= 0),
    constraint expected_fund_claim check ((case_id is null) = (stated_fen is null))
);
create index expected_fund_of_case on expected_fund (case_id);
comment on table expected_fund is 'money between provinces by its reference, whichever of the two comes first: the notice or the money';
comment on column expected_fund.case_id is 'null: money whose case is not known yet; it is in suspense';
comment on column expected_fund.received_fen is 'all that arrived while it was awaited; what comes after the case was decided stays in suspense and is not in it';

create table bank_credit (
    bank_credit_id uuid        primary key,
    bank           text        not null,
    serial         text        not null,
    reference      text        not null,
    amount_fen     bigint      not null check (amount_fen > 0),
    value_date     date        not null,
    body_hash      bytea       not null,
    booked_on      date        not null,
    outcome        text        not null check (outcome in ('EXPECTED', 'SUSPENDED', 'RETURNED')),
    recorded_at    timestamptz not null default clock_timestamp(),
    constraint bank_credit_once unique (bank, serial)
);
create index bank_credit_of_reference on bank_credit (reference);
comment on table bank_credit is 'append-only: money that arrived on the agency''s bank account, each of the bank''s serials once, for ever';
comment on column bank_credit.outcome is 'EXPECTED: to its case''s transit; SUSPENDED: no case awaits it (yet); RETURNED: what an order of ours had paid out came back, and neither was ever posted';
create trigger bank_credit_append_only before update or delete or truncate on bank_credit
    for each statement execute function refuse_change();

create sequence transfer_reference_seq;
create table payment_order (
    order_id       uuid   primary key,
    reference      text   not null,
    bank           text   not null,
    kind           text   not null check (kind in ('TRANSFER', 'RETURN')),
    case_id        uuid   not null references transfer_case,
    bank_credit_id uuid   constraint payment_order_returns_once unique references bank_credit,
    payee          text   not null check (payee ~ '^[0-9]{6}$'),
    amount_fen     bigint not null check (amount_fen > 0),
    ordered_on     date   not null,
    executed_on    date,
    cancelled_on   date,
    returned_by    uuid   references bank_credit,
    constraint payment_order_kind check ((kind = 'RETURN') = (bank_credit_id is not null))
);
create unique index payment_order_per_case on payment_order (case_id) where kind = 'TRANSFER';
create unique index payment_order_per_reference on payment_order (reference) where kind = 'TRANSFER';
create index payment_order_open on payment_order (bank, order_id) where executed_on is null and cancelled_on is null;
comment on table payment_order is 'what the bank is to pay to another province';
comment on column payment_order.kind is 'TRANSFER: the money of a case; RETURN: money that arrived for a case that ended';
comment on column payment_order.payee is 'the place or province whose agency gets it';
comment on column payment_order.executed_on is 'the bank says that it has paid';
comment on column payment_order.cancelled_on is 'no longer to be paid; a bank that had paid already gets it back from the other side';
comment on column payment_order.returned_by is 'the money came back';

alter table entry_set
    alter column receipt_id drop not null,
    add column case_id uuid references transfer_case,
    add column bank_credit_id uuid references bank_credit,
    add column corrects uuid constraint entry_set_corrected_once unique references entry_set,
    drop constraint entry_set_kind_check,
    add constraint entry_set_kind_check check (kind in (
        'PAYMENT', 'SUSPENSE', 'RELEASE', 'SETTLE', 'RESTORE', 'CREDIT', 'ARRIVAL', 'CLAIM', 'RETURN')),
    add constraint entry_set_has_fact check (num_nonnulls(receipt_id, case_id, bank_credit_id) > 0),
    add constraint entry_set_of_case check (kind not in ('RELEASE', 'SETTLE', 'RESTORE', 'CREDIT')
        or case_id is not null and num_nonnulls(receipt_id, bank_credit_id) = 0),
    add constraint entry_set_of_bank_credit check (kind not in ('ARRIVAL', 'CLAIM', 'RETURN')
        or bank_credit_id is not null and receipt_id is null and (case_id is not null or kind = 'ARRIVAL')),
    add constraint entry_set_corrects check ((kind = 'RESTORE') = (corrects is not null));
create unique index entry_set_per_case on entry_set (case_id, kind) where bank_credit_id is null;
create unique index entry_set_per_bank_credit on entry_set (bank_credit_id, kind);
comment on column entry_set.receipt_id is 'PAYMENT, SUSPENSE: the receipt from which it follows';
comment on column entry_set.case_id is 'the transfer from which it follows; ARRIVAL: null where no case awaited the money';
comment on column entry_set.bank_credit_id is 'ARRIVAL: the money came; CLAIM: out of suspense, a case awaits it; RETURN: it goes back';
comment on column entry_set.corrects is 'RESTORE: the set that it undoes';
