-- What ends relations for good (死亡、领取待遇、终止): facts, whenever they become known.
select take_tables('person', 'relation');

create table ending (
    ending_id   uuid primary key,
    person_id   uuid not null references person (id),
    kind        text not null,
    day         date not null,
    scheme      text,
    relation_id uuid references relation (id),
    cause       text,
    evidence    text not null,
    recorded_on date not null,
    recorded_at timestamptz not null default now(),
    constraint ending_kind check (kind in ('DIED', 'RETIRED', 'TERMINATED')),
    constraint ending_of_a_scheme check (
        (kind = 'RETIRED') = (scheme is not null) and (scheme is null or scheme in ('EMPLOYEE', 'RESIDENT'))),
    constraint ending_of_a_relation check (
        (kind = 'TERMINATED') = (relation_id is not null) and (kind = 'TERMINATED') = (cause is not null)),
    constraint ending_cause check (cause in ('LOST_NATIONALITY', 'MINIMUM_NOT_REACHED')),
    constraint ending_of_a_month check (kind <> 'RETIRED' or extract(day from day) = 1),
    constraint ending_evidence check (evidence ~ '^[0-9A-Za-z/-]{1,64}$' and evidence !~ '[0-9]{11}')
);
create unique index ending_died_once on ending (person_id) where kind = 'DIED';
create unique index ending_retired_once on ending (person_id, scheme) where kind = 'RETIRED';
create unique index ending_terminated_once on ending (relation_id) where kind = 'TERMINATED';
create index ending_person on ending (person_id);
comment on table ending is 'DIED on the day; RETIRED: the first month of the pension, as its first day; TERMINATED on the day';
comment on column ending.scheme is 'Of a pension: the scheme that pays it';
comment on column ending.relation_id is 'Of a termination: the relation that was joined';
comment on column ending.evidence is 'Number of the document that shows it; never a person''s number or name';

alter table relation
    drop constraint relation_closed_because,
    add constraint relation_closed_because check (closed_because in
        ('TRANSFERRED_OUT', 'HIRED', 'LEFT', 'OVERTAKEN', 'DECEASED', 'RETIRED', 'TERMINATED', 'BRIDGED')) not valid;
comment on column relation.closed_because is 'Why: TRANSFERRED_OUT, its rights are in another province; HIRED, an employer pays; LEFT, the employment ended; OVERTAKEN, its months turned out to be others''; DECEASED, RETIRED, TERMINATED: it ended for good; BRIDGED, a resident''s, kept for bridging';
