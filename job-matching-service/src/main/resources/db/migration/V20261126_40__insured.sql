-- What enrollment told us about persons: a projection of its events. Nothing here is decided by us.

create table login (
    issuer    text not null,
    subject   text not null,
    person_id uuid not null,
    primary key (issuer, subject)
);
create index login_of_person on login (person_id);
comment on table login is 'which person a token speaks for; every citizen''s query is joined to it';

create table person_area (
    person_id uuid not null,
    place     text not null check (place ~ '^[0-9]{6}$'),
    primary key (person_id, place)
);
comment on table person_area is 'as enrollment tells: agencies of this place and above see the person''s data';

create table consent (
    person_id  uuid not null,
    purpose    text not null,
    version    integer not null check (version > 0),
    granted_on date not null,
    primary key (person_id, purpose)
);
comment on table consent is '授权: those in force; one that is not here is not given';
