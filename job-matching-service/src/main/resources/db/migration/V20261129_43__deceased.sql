-- Who has died, as enrollment tells: matched with nothing any more.
create table deceased (
    person_id uuid primary key,
    died_on   date not null
);
comment on table deceased is 'persons who have died; whatever they consented to';
