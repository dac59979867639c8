-- A consent (授权同意): a person allows a use of personal data, for a purpose, having read one version of its text.
create table consent (
    id            uuid primary key,
    person_id     uuid not null references person (id),
    purpose       text not null,
    version       integer not null,
    granted_on    date not null,
    granted_at    timestamptz not null default now(),
    ended_on      date,
    actor_issuer  text not null,
    actor_subject text not null,
    constraint consent_version check (version >= 1),
    constraint consent_days_in_order check (ended_on is null or ended_on >= granted_on)
);
-- One live consent per person and purpose: a newer version ends the older.
create unique index consent_one_live on consent (person_id, purpose) where ended_on is null;
create index consent_person on consent (person_id);

comment on table consent is 'Consent of a person to a use of personal data; rows are ended, never deleted';
comment on column consent.version is 'Version of the text that was read';
comment on column consent.ended_on is 'Business day of the revocation, or of the consent that replaced it; null while it holds';
comment on column consent.actor_subject is 'Whose token acted: the person, or a clerk who acted for the person';
