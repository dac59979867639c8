-- Months that an employer pays (单位参保), and bills that an employment made void.

alter table bill
    alter column plan_id drop not null,
    add column relation_id uuid references relation,
    add column standing text not null default 'FLEXIBLE' check (standing in ('FLEXIBLE', 'EMPLOYED')),
    add column withdrawn_on date,
    add constraint bill_follows check (case standing
        when 'FLEXIBLE' then plan_id is not null and relation_id is null
        else plan_id is null and relation_id is not null end),
    add constraint bill_withdrawn_unpaid check (withdrawn_on is null or paid_by is null),
    drop constraint bill_issued_once;
create unique index bill_issued_once on bill (person_id, scheme, first_month) where withdrawn_on is null;
comment on table bill is 'written once, whole; only paid_by, the assessment and the withdrawal are filled in later. The split is frozen at issue, so that booking needs no rule';
comment on column bill.standing is 'FLEXIBLE: what a person is to pay by a plan; EMPLOYED: one month that employer and person paid, written with the money';
comment on column bill.relation_id is 'EMPLOYED: the employment';
comment on column bill.account_fen is 'to the individual account; EMPLOYED: the person''s part';
comment on column bill.pooled_fen is 'to the pooled fund; EMPLOYED: the employer''s part';
comment on column bill.withdrawn_on is 'business day on which an employment took its months, before it was paid; it has no bill_month any more, and what is still paid for it waits in suspense';
