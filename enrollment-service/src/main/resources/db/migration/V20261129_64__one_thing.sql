-- One thing (灵活就业一件事): one application for employment registration, insurance and payment plan, with one status.
select take_tables('person', 'application', 'employment_registration');

create table one_thing (
    id               uuid primary key,
    person_id        uuid not null references person (id),
    outcome          text not null,
    registration_id  uuid references employment_registration (id),
    application_id   uuid references application (id),
    from_month       date,
    reasons          jsonb not null,
    plan_state       text not null,
    plan_id          uuid,
    decided_on       date not null,
    decided_at       timestamptz not null default now(),
    plan_answered_at timestamptz,
    constraint one_thing_outcome check (outcome in ('ACCEPTED', 'REFUSED')),
    constraint one_thing_plan_state check (plan_state in ('NONE', 'WISHED', 'CHOSEN', 'REFUSED')),
    constraint one_thing_whole check (
        (outcome = 'ACCEPTED') = (registration_id is not null) and (outcome = 'ACCEPTED') = (application_id is not null)
        and (outcome = 'ACCEPTED') = (from_month is not null) and (outcome = 'REFUSED') = (plan_state = 'NONE')),
    constraint one_thing_plan_id check ((plan_state = 'CHOSEN') = (plan_id is not null)),
    constraint one_thing_from_is_a_first_day check (extract(day from from_month) = 1)
);
create index one_thing_person on one_thing (person_id, decided_on);
comment on table one_thing is 'Application for employment registration, insurance and payment plan together; what was decided never changes, the plan follows';
comment on column one_thing.reasons is 'By part (EMPLOYMENT, INSURANCE, PLAN) its reasons: code, parameters, citation';
comment on column one_thing.plan_state is 'NONE: refused, nobody was asked; WISHED: contribution was asked; CHOSEN: there is a plan; REFUSED: contribution said why not';
