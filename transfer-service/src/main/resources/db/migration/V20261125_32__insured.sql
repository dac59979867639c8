-- What enrollment and contribution told us about insured persons: a projection of their events. Nothing here is decided by us.

create table login (
    issuer    text not null,
    subject   text not null,
    person_id uuid not null,
    primary key (issuer, subject)
);
comment on table login is 'which person a token speaks for; every citizen''s query is joined to it';

create table person_area (
    person_id uuid not null,
    place     text not null check (place ~ '^[0-9]{6}$'),
    primary key (person_id, place)
);
comment on table person_area is 'as enrollment tells: agencies of this place and above see the person''s data';

create table relation (
    relation_id uuid primary key,
    person_id   uuid not null,
    scheme      text not null check (scheme in ('EMPLOYEE', 'RESIDENT', 'MEDICAL', 'INJURY')),
    place       text not null check (place ~ '^[0-9]{6}$'),
    closed      boolean not null default false
);
create index relation_of_person on relation (person_id);
comment on table relation is '参保关系: person × scheme × place';

create table first_payment (
    person_id uuid not null,
    scheme    text not null,
    place     text not null check (place ~ '^[0-9]{6}$'),
    paid_on   date not null,
    primary key (person_id, scheme, place)
);
comment on table first_payment is 'the day on which the person first paid in the place: the law asks for the age on it';
