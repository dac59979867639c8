-- Papers (证明材料) of persons. What they prove is asked of a place and a day; one that has ended proves nothing any more.
create table evidence (
    evidence_id   uuid primary key,
    person_id     uuid not null references person (id),
    kind          text not null,
    number        bytea not null,
    place         text not null,
    valid_from    date not null,
    valid_to      date,
    electronic    boolean not null,
    seen          boolean not null,
    stated_on     date not null,
    actor_issuer  text not null,
    actor_subject text not null,
    recorded_at   timestamptz not null default now(),
    constraint evidence_kind check (kind in ('HUKOU_BOOK', 'RESIDENCE_PERMIT', 'BUSINESS_LICENCE', 'EMPLOYMENT_CERTIFICATE')),
    constraint evidence_place check (place ~ '^[0-9]{6}$'),
    constraint evidence_days_in_order check (valid_to >= valid_from),
    constraint evidence_permits_end check (kind <> 'RESIDENCE_PERMIT' or valid_to is not null)
);
create index evidence_of_person on evidence (person_id, kind);
comment on table evidence is 'Papers that a person showed or named; another endorsement is another row';
comment on column evidence.number is 'Number as printed, sealed';
comment on column evidence.place is 'Whose authority issued it, GB/T 2260';
comment on column evidence.seen is 'A clerk saw it; else the person named it';
