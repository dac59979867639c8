-- Enrollment certificates (参保证明). A relation that is the same is certified once: asked again, it is the same paper with the same code.
select take_tables('person', 'relation');

create table certificate (
    id                uuid primary key,
    verification_code text not null,
    relation_id       uuid not null references relation (id),
    person_id         uuid not null references person (id),
    scheme            text not null,
    place             text not null,
    payer             text not null,
    from_month        date not null,
    to_month          date,
    issued_on         date not null,
    issued_at         timestamptz not null default now(),
    constraint certificate_code_unique unique (verification_code),
    constraint certificate_once unique nulls not distinct (relation_id, payer, from_month, to_month),
    constraint certificate_payer check (payer in ('FLEXIBLE', 'EMPLOYED')),
    constraint certificate_months_in_order check (to_month >= from_month)
);
create index certificate_person on certificate (person_id);

comment on table certificate is 'What was certified of relations; never changed. Whether it still holds follows from the relation of today';
comment on column certificate.verification_code is 'Service letter E and 128 random bits; what GET /verify answers for';
comment on column certificate.payer is 'Who pays: FLEXIBLE the person, EMPLOYED an employer';
comment on column certificate.to_month is 'Last month, as its first day; null where the relation lived on';
