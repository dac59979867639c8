-- When and why a relation ended.
alter table relation
    add column closed_on date,
    add column closed_because text,
    add constraint relation_closed_because check (closed_because in ('TRANSFERRED_OUT')),
    add constraint relation_closed_whole check (
        (closed_on is null) = (closed_because is null) and (closed_on is null or to_month is not null));
comment on column relation.closed_on is 'Business day on which it was ended; null while it lives';
comment on column relation.closed_because is 'Why: TRANSFERRED_OUT, its rights are in another province';
