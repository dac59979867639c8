-- A relation (参保关系): person x scheme x place over whole months, with a standing.
create table relation (
    id                 uuid primary key,
    person_id          uuid not null references person (id),
    scheme             text not null,
    place              text not null,
    standing           text not null,
    from_month         date not null,
    to_month           date,
    last_payable_month date,
    opened_on          date not null,
    opened_at          timestamptz not null default now(),
    constraint relation_scheme check (scheme in ('EMPLOYEE', 'RESIDENT', 'MEDICAL', 'INJURY')),
    constraint relation_place check (place ~ '^[0-9]{6}$'),
    constraint relation_standing check (standing in ('FLEXIBLE', 'EMPLOYED')),
    constraint relation_months_are_first_days check (
        extract(day from from_month) = 1
        and (to_month is null or extract(day from to_month) = 1)
        and (last_payable_month is null or extract(day from last_payable_month) = 1)),
    constraint relation_months_in_order check (to_month is null or to_month >= from_month)
);
-- One live relation per person and scheme, whatever the application does. Work injury is per employer and is left out.
create unique index relation_one_live on relation (person_id, scheme) where to_month is null and scheme <> 'INJURY';
create index relation_person on relation (person_id);

comment on table relation is 'Relation (参保关系) of a person with a scheme at a place';
comment on column relation.standing is 'Who pays: FLEXIBLE the person, EMPLOYED an employer';
comment on column relation.from_month is 'First month, as its first day';
comment on column relation.to_month is 'Last month, as its first day; null while the relation lives';
comment on column relation.last_payable_month is 'Month of the statutory retirement age, as its first day; null where the law sets none';
comment on column relation.opened_on is 'Business day of the decision';
