-- Identity documents (身份证件) of all kinds, and more than one of a person: each of them finds the person.
select take_tables('person');

alter table person
    drop constraint person_identity_kind,
    add constraint person_identity_kind check (identity_kind in (
        'RESIDENT', 'HMT_RESIDENCE', 'FOREIGN_PERMANENT', 'OLD_FOREIGN_PERMANENT', 'HM_PERMIT', 'TW_PERMIT', 'PASSPORT')) not valid,
    add column identity_country text,
    add constraint person_identity_country check ((identity_kind = 'PASSPORT') = (identity_country is not null)) not valid,
    add constraint person_identity_country_form check (identity_country ~ '^[A-Z]{3}$') not valid;
comment on column person.identity_country is 'Of a passport, ISO 3166-1 alpha-3';
comment on column person.birth_date is 'From the number, or as stated where the number does not tell it; kept open because decisions need it';

create table person_document (
    document_id   uuid primary key,
    person_id     uuid not null references person (id),
    kind          text not null,
    country       text,
    number        bytea not null,
    number_index  bytea not null,
    stated_on     date not null,
    actor_issuer  text not null,
    actor_subject text not null,
    recorded_at   timestamptz not null default now(),
    constraint person_document_once unique (person_id, number_index),
    constraint person_document_kind check (kind in (
        'RESIDENT', 'OLD_RESIDENT', 'HMT_RESIDENCE', 'FOREIGN_PERMANENT', 'OLD_FOREIGN_PERMANENT', 'HM_PERMIT', 'TW_PERMIT',
        'PASSPORT')),
    constraint person_document_country check ((kind = 'PASSPORT') = (country is not null)),
    constraint person_document_index_width check (octet_length(number_index) = 32)
);
-- Not unique: what two persons show is a possible match, and not for this table to refuse.
create index person_document_number on person_document (number_index);
comment on table person_document is 'Other documents of a person, beside the one of the registration; never changed';
comment on column person_document.number is 'Number, sealed';
comment on column person_document.number_index is 'Blind index of the number with its kind and country; finds the person';
comment on column person_document.actor_subject is 'The clerk to whom it was shown';

create function person_shows_a_document() returns trigger language plpgsql as $$
begin
    insert into person_uncompared (person_id) values (new.person_id) on conflict do nothing;
    return null;
end $$;
create trigger person_document_came after insert on person_document for each row execute function person_shows_a_document();
