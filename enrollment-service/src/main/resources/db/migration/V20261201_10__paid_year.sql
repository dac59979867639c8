-- Years of the resident scheme that are paid (居民年度缴费), as the months of the employees' scheme are kept: facts.
select take_tables('person');

create table paid_year (
    person_id uuid not null references person (id),
    year      integer not null check (year between 1900 and 9999),
    primary key (person_id, year)
);
comment on table paid_year is 'Years of the resident scheme that are paid, as contribution tells';
