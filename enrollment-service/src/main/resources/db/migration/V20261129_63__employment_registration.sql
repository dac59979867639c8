-- Employment registration (就业登记) of flexible work, by which job matching and statistics know the occupation.
create table employment_registration (
    id            uuid primary key,
    person_id     uuid not null references person (id),
    occupation    text not null,
    place         text not null,
    form          text not null,
    registered_on date not null,
    registered_at timestamptz not null default now(),
    ended_on      date,
    constraint employment_registration_occupation check (occupation ~ '^[1-8](-[0-9]{2}){3}$'),
    constraint employment_registration_place check (place ~ '^[0-9]{6}$'),
    constraint employment_registration_form check (
        form in ('SELF_EMPLOYED_NO_EMPLOYEES', 'PART_TIME_NOT_INSURED_BY_EMPLOYER', 'OTHER_FLEXIBLE')),
    constraint employment_registration_days_in_order check (ended_on >= registered_on)
);
-- One that holds per person: another occupation, place or form ends it.
create unique index employment_registration_one_live on employment_registration (person_id) where ended_on is null;
create index employment_registration_person on employment_registration (person_id);
create index employment_registration_occupation on employment_registration (occupation, place) where ended_on is null;
comment on table employment_registration is 'Employment registration (就业登记) of flexible work; ended by the next, never deleted';
comment on column employment_registration.occupation is 'Code of the national classification of occupations (职业分类大典)';
comment on column employment_registration.form is 'Form of the work (就业形式)';
