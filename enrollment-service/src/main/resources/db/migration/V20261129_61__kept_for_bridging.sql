-- A resident's relation is suspended, not deleted, from the first month of an employees' one (城乡养老保险制度衔接).
select take_tables('relation');

alter table relation
    add column bridged_by uuid references relation (id),
    add column bridged_on date,
    add constraint relation_bridged_whole check (
        (bridged_by is null) = (bridged_on is null)
        and (bridged_by is null or (scheme = 'RESIDENT' and to_month is not null))) not valid;
comment on column relation.bridged_by is 'Of a resident''s relation: the employees'' one for which it is suspended, and kept for bridging';
comment on column relation.bridged_on is 'Business day on which it was suspended';
