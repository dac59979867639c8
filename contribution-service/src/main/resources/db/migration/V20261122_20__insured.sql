-- What enrollment told us about insured persons: a projection of its events. Nothing here is decided by us.

create table login (
    issuer    text not null,
    subject   text not null,
    person_id uuid not null,
    primary key (issuer, subject)
);
comment on table login is 'which person a token speaks for; every citizen''s query is joined to it';

create table relation (
    relation_id        uuid primary key,
    person_id          uuid not null,
    scheme             text not null check (scheme in ('EMPLOYEE', 'RESIDENT', 'MEDICAL', 'INJURY')),
    place              text not null check (place ~ '^[0-9]{6}$'),
    standing           text not null check (standing in ('FLEXIBLE', 'EMPLOYED')),
    from_month         date not null check (extract(day from from_month) = 1),
    last_payable_month date check (extract(day from last_payable_month) = 1),
    opened_on          date not null,
    constraint relation_once_per_scheme unique (person_id, scheme)
);
comment on table relation is '参保关系: person × scheme × place';
comment on column relation.from_month is 'a month is kept as its first day, here and in every table of this database';
comment on column relation.last_payable_month is 'the month of the statutory retirement age; billing ends with it; null: no end known';

create table consent (
    person_id  uuid    not null,
    purpose    text    not null,
    version    integer not null,
    granted_on date    not null,
    primary key (person_id, purpose)
);
comment on table consent is 'consents in force; a revoked one has no row, so whoever asks fails closed';
