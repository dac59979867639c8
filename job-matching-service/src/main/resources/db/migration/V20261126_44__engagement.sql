create table engagement (
    engagement_id uuid primary key,
    gig_id        uuid not null references gig,
    person_id     uuid not null references worker,
    starts_on     date not null,
    ends_on       date not null,
    state         text not null check (state in ('ACCEPTED', 'CHECKED_IN', 'CHECKED_OUT', 'COMPLETED', 'PAID',
                                                 'CANCELLED_BY_WORKER', 'CANCELLED_BY_EMPLOYER', 'NO_SHOW')),
    accepted_on   date not null,
    in_code       uuid,
    in_on         date,
    out_code      uuid,
    out_on        date,
    completed_on  date,
    ended_on      date,
    paid_on       date,
    paid_fen      bigint check (paid_fen > 0),
    paid_how      text check (paid_how in ('CASH', 'BANK_TRANSFER', 'WECHAT', 'ALIPAY', 'OTHER')),
    paid_proof    text,
    check ((in_code is null) = (in_on is null)),
    check ((out_code is null) = (out_on is null)),
    check ((state = 'PAID') = (paid_on is not null and paid_fen is not null and paid_how is not null))
);
create unique index engagement_once on engagement (gig_id, person_id)
    where state not in ('CANCELLED_BY_WORKER', 'CANCELLED_BY_EMPLOYER', 'NO_SHOW');
create index engagement_of_person on engagement (person_id, engagement_id);
create index engagement_of_gig on engagement (gig_id, engagement_id);
comment on table engagement is '用工记录: one worker at one gig';
comment on column engagement.in_code is 'the job code by which the worker was checked in: used once for it';

create table hire (
    hire_id       uuid primary key,
    engagement_id uuid not null unique references engagement,
    starts_on     date not null,
    decided_on    date not null
);
comment on table hire is '录用: an engagement leads to one hire at most';
