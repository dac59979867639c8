-- Contacts (联系方式) with their history. The phone that holds stands in person, too, where it is looked up.
create table contact (
    contact_id    uuid primary key,
    person_id     uuid not null references person (id),
    kind          text not null,
    contact       bytea not null,
    since         date,
    until         date,
    actor_issuer  text not null,
    actor_subject text not null,
    constraint contact_kind check (kind in ('PHONE', 'ADDRESS')),
    constraint contact_days_in_order check (until >= since)
);
create unique index contact_one_live on contact (person_id, kind) where until is null;
create index contact_of_person on contact (person_id, contact_id);
comment on table contact is 'Phones and addresses of a person that were stated or changed since the registration; ended, never deleted';
comment on column contact.contact is 'The phone or the address, sealed';
comment on column contact.since is 'Null: what the registration said';
comment on column contact.actor_subject is 'Whose token acted: the person, or a clerk who acted for the person';
