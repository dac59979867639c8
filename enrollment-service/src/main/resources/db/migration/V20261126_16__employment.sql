-- Hiring and leaving (入职、离职). What is kept are facts, in whatever order they become known; the months of the relations
-- follow from all of them together, and are reckoned anew with each.

-- An employer names number and name; hukou and phone come with the person.
alter table person
    alter column hukou drop not null,
    alter column phone drop not null,
    alter column phone_index drop not null,
    add constraint person_phone_whole check ((phone is null) = (phone_index is null));
comment on column person.hukou is 'Hukou place (户籍地), GB/T 2260; null while only an employer has named the person';
comment on column person.phone is 'Mobile phone, sealed; null while only an employer has named the person';

create table employment (
    employment_id   uuid primary key,
    person_id       uuid not null references person (id),
    employer        text not null,
    place           text not null,
    starts_on       date not null,
    ended_on        date,
    origin          text not null,
    decided_on      date not null,
    end_declared_on date,
    recorded_at     timestamptz not null default now(),
    constraint employment_employer check (employer ~ '^[0-9A-Z]{18}$'),
    constraint employment_place check (place ~ '^[0-9]{6}$'),
    constraint employment_origin check (origin in ('DECLARED', 'ENGAGEMENT')),
    constraint employment_days_in_order check (ended_on >= starts_on),
    constraint employment_end_whole check ((ended_on is null) = (end_declared_on is null))
);
create index employment_person on employment (person_id);
comment on table employment is 'An employment (用工) as declared by its employer or told by job matching; days, not months';
comment on column employment.employment_id is 'Also the id of the relation over its months';
comment on column employment.employer is 'Unified social credit code (统一社会信用代码) of the token, or of the hire';
comment on column employment.origin is 'DECLARED by the employer here; ENGAGEMENT: followed from a gig';
comment on column employment.decided_on is 'Business day of the declaration or of the hire';

create table paid_month (
    person_id uuid not null references person (id),
    month     date not null check (extract(day from month) = 1),
    primary key (person_id, month)
);
comment on table paid_month is 'Months of the employee scheme that the person paid as a flexible worker, as contribution tells';

create table moved_out (
    person_id    uuid not null references person (id),
    completed_on date not null,
    province     text not null check (province ~ '^[0-9]{2}0000$'),
    primary key (person_id, completed_on)
);
comment on table moved_out is 'Transfers that took the person''s rights to another province, as transfer tells';
insert into moved_out (person_id, completed_on, province)
select person_id, closed_on, left(place, 2) || '0000' from relation where closed_because = 'TRANSFERRED_OUT'
on conflict do nothing;

alter table relation
    add column root uuid references relation (id),
    add column after_employment uuid references employment (employment_id),
    add column moved_on date,
    drop constraint relation_months_in_order,
    add constraint relation_months_in_order check (to_month >= from_month - interval '1 month'),
    drop constraint relation_closed_because,
    add constraint relation_closed_because check (closed_because in ('TRANSFERRED_OUT', 'HIRED', 'LEFT', 'OVERTAKEN')),
    add constraint relation_resumed_whole check ((root is null) = (after_employment is null));
update relation set moved_on = closed_on where closed_because = 'TRANSFERRED_OUT';
create unique index relation_resumed_once on relation (root, after_employment) where root is not null;
comment on column relation.root is 'The relation that was joined, of which this one goes on after an employment; null: it was joined, or an employer pays';
comment on column relation.after_employment is 'The employment after which it goes on';
comment on column relation.moved_on is 'Of a relation that was joined: the day on which a transfer had taken its rights to another province';
comment on column relation.to_month is 'Last month, as its first day; null while the relation lives. The month before from_month: no month is left of it';
comment on column relation.closed_because is 'Why: TRANSFERRED_OUT, its rights are in another province; HIRED, an employer pays; LEFT, the employment ended; OVERTAKEN, its months turned out to be others''';
