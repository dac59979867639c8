-- The occupation by which a person is registered as employed, as enrollment tells. Nothing here is decided by us.
create table registered_occupation (
    person_id       uuid primary key,
    registration_id uuid not null,
    occupation      text not null check (occupation ~ '^[1-8](-[0-9]{2}){3}$'),
    place           text not null check (place ~ '^[0-9]{6}$'),
    registered_on   date not null
);
comment on table registered_occupation is '就业登记: the one that holds; a gig that names its code fits the person';
comment on column registered_occupation.occupation is 'code of the national classification (职业分类大典)';
