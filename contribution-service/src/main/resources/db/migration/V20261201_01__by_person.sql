-- Plans and bills of one person are found without reading those of everybody: a plan by its person and by its relation, which
-- the events of an enrollment name; a bill that was withdrawn, which bill_issued_once leaves out; the logins of persons who are merged.
create index plan_of_person on plan (person_id, scheme);
create index plan_of_relation on plan (relation_id);
create index bill_withdrawn on bill (person_id) where withdrawn_on is not null;
create index login_of_person on login (person_id);
