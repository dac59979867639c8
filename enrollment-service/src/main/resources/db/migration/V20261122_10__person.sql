-- A person (参保人) of this cell. Identity, name and phone are sealed by the service (AES-GCM, key id inside); the blind
-- indexes (HMAC-SHA-256) find a row without opening it. Other services know the person only by id.
create table person (
    id              uuid primary key,
    identity_number bytea not null,
    identity_index  bytea not null,
    identity_kind   text not null,
    name            bytea not null,
    phone           bytea not null,
    phone_index     bytea not null,
    birth_date      date not null,
    sex             text not null,
    hukou           text not null,
    registered_on   date not null,
    registered_at   timestamptz not null default now(),
    constraint person_identity_unique unique (identity_index),
    constraint person_identity_kind check (identity_kind in ('RESIDENT', 'HMT_RESIDENCE', 'FOREIGN_PERMANENT')),
    constraint person_sex check (sex in ('MALE', 'FEMALE')),
    constraint person_hukou check (hukou ~ '^[0-9]{6}$'),
    constraint person_index_width check (octet_length(identity_index) = 32 and octet_length(phone_index) = 32),
    constraint person_birth_before_registration check (birth_date <= registered_on)
);
-- Not unique: a family may share one phone. One phone behind many enrollments is a signal to look at.
create index person_phone on person (phone_index);

comment on table person is 'Person (参保人) of this cell; the only place where identity is stored';
comment on column person.identity_number is 'Social security number (社会保障号码), sealed';
comment on column person.identity_index is 'Blind index of the normalised number; finds the person and keeps the number unique';
comment on column person.identity_kind is 'What kind of document the number belongs to';
comment on column person.name is 'Name, sealed';
comment on column person.phone is 'Mobile phone, sealed';
comment on column person.phone_index is 'Blind index of the phone';
comment on column person.birth_date is 'From the number; kept open because decisions need it';
comment on column person.hukou is 'Hukou place (户籍地), GB/T 2260';
comment on column person.registered_on is 'Business day of the registration';

-- The login that is this person's own. A person that a clerk registered may have none.
create table login (
    issuer    text not null,
    subject   text not null,
    person_id uuid not null references person (id),
    linked_on date not null,
    primary key (issuer, subject)
);
create index login_person on login (person_id);
comment on table login is 'Token (issuer, subject) -> person: whose own data a citizen sees';

-- Where a person belongs: an agency sees the persons of its subtree and nobody else.
create table person_area (
    person_id uuid not null references person (id),
    place     text not null,
    because   text not null,
    primary key (person_id, place, because),
    constraint person_area_place check (place ~ '^[0-9]{6}$'),
    constraint person_area_because check (because in ('HUKOU', 'AGENCY', 'RELATION'))
);
comment on table person_area is 'Places from whose agencies a person may be seen';
comment on column person_area.because is 'HUKOU: household register; AGENCY: came to a counter there; RELATION: enrolled there';
