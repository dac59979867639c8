-- In a file of its own, as all that looks through a table that is in use: what the ones before changed is open to everybody meanwhile.
create index person_merged on person (survivor_id) where survivor_id is not null;
