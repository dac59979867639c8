-- How a record came to be: through which channel, client and device, who acted, and how the person confirmed what a clerk did.
select take_tables('person', 'application');

create table act (
    id                     uuid primary key,
    kind                   text not null,
    record_id              uuid not null,
    person_id              uuid not null references person (id),
    channel                text not null,
    client                 text not null,
    device                 text,
    actor_issuer           text not null,
    actor_subject          text not null,
    operator_place         text,
    confirmed_by           text,
    confirmation_reference text,
    acted_on               date not null,
    acted_at               timestamptz not null default now(),
    constraint act_confirmation_whole check ((confirmed_by is null) = (confirmation_reference is null)),
    constraint act_confirmed_by check (confirmed_by in ('CARD', 'PIN', 'FACE'))
);
create index act_record on act (record_id);
create index act_person on act (person_id, acted_on);
comment on table act is 'How a record came to be; never changed. An application says it in its own row';
comment on column act.record_id is 'The record of its kind';
comment on column act.person_id is 'Whose record it is; where a clerk acted, who confirmed it';
comment on column act.client is 'Client of the token: the app, web site or counter system';
comment on column act.device is 'Terminal or kiosk of the token, where it names one';
comment on column act.operator_place is 'The clerk''s organisation where a clerk acted; null when the person acted alone';
comment on column act.confirmed_by is 'By what the person confirmed: CARD, PIN or FACE';
comment on column act.confirmation_reference is 'The record of the reader or recogniser';

alter table application
    add column confirmed_by text,
    add column confirmation_reference text,
    add constraint application_confirmation_whole check ((confirmed_by is null) = (confirmation_reference is null)) not valid,
    add constraint application_confirmed_by check (confirmed_by in ('CARD', 'PIN', 'FACE')) not valid;
comment on column application.confirmed_by is 'By what the person confirmed what a clerk did: CARD, PIN or FACE';
comment on column application.confirmation_reference is 'The record of the reader or recogniser';
