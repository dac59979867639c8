-- An application (参保申请) with the decision that was given at once (即时办结), accepted or refused, and why.
create table application (
    id                uuid primary key,
    person_id         uuid not null references person (id),
    scheme            text not null,
    place             text not null,
    category          text not null,
    facts             jsonb not null,
    outcome           text not null,
    ground            text,
    findings          jsonb not null,
    decision          jsonb not null,
    relation_id       uuid references relation (id),
    from_month        date,
    receipt_number    text not null,
    verification_code text not null,
    channel           text not null,
    client            text not null,
    device            text,
    actor_issuer      text not null,
    actor_subject     text not null,
    operator_place    text,
    decided_on        date not null,
    decided_at        timestamptz not null default now(),
    constraint application_receipt_unique unique (receipt_number),
    constraint application_code_unique unique (verification_code),
    constraint application_outcome check (outcome in ('ACCEPTED', 'REFUSED')),
    constraint application_accepted_opens_a_relation check (
        (outcome = 'ACCEPTED') = (relation_id is not null) and (outcome = 'ACCEPTED') = (ground is not null)
        and (outcome = 'ACCEPTED') = (from_month is not null)),
    constraint application_refused_has_a_reason check (outcome = 'ACCEPTED' or jsonb_array_length(findings) > 0)
);
create index application_person on application (person_id, decided_on);

comment on table application is 'Application for enrollment with its decision; never changed afterwards';
comment on column application.facts is 'What the applicant stated: places, category, statements';
comment on column application.findings is 'Notices of an accepted, reasons of a refused application: code, parameters, citation';
comment on column application.decision is 'The decision as a tree of rules, articles, inputs and outcomes';
comment on column application.from_month is 'First month of the relation as promised on the receipt, as its first day';
comment on column application.verification_code is 'Service letter E and 128 random bits; what GET /verify answers for';
comment on column application.channel is 'Channel of the registry through which it came';
comment on column application.client is 'Client of the token: the app, web site or counter system';
comment on column application.device is 'Terminal or kiosk of the token, where it names one';
comment on column application.actor_subject is 'Whose token acted: the person, or the clerk who acted for the person';
comment on column application.operator_place is 'The clerk''s organisation where a clerk acted; null when the person acted alone';
