-- In which schemes an employer insures: as an employee, against work injury (工伤保险), or both. Several employers may insure against
-- work injury at once; each has a relation of its own.
select take_tables('employment', 'relation');

alter table employment
    add column schemes text[] not null default '{EMPLOYEE}',
    add column part_time boolean not null default false,
    add constraint employment_schemes check (cardinality(schemes) > 0 and schemes <@ array['EMPLOYEE', 'INJURY']) not valid;
comment on column employment.part_time is 'The person works by the hour (非全日制)';

alter table relation
    add column employment_id uuid references employment (employment_id),
    add constraint relation_of_employment_is_injury check (
        employment_id is null or (scheme = 'INJURY' and standing = 'EMPLOYED')) not valid;
comment on column relation.employment_id is 'Of work injury: the employment; that of an employee has the employment''s id itself';
