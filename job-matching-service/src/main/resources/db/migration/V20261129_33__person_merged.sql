-- A person who turned out to be another one (合并): what they state and did here is the other's from then on, with its history.
select take_tables('engagement', 'worker');

alter table engagement
    drop constraint engagement_person_id_fkey,
    add constraint engagement_person_id_fkey foreign key (person_id) references worker on update cascade;
