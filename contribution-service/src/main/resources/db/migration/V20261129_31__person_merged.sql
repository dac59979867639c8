-- Who turned out to be whom (合并), as enrollment tells. What is booked under an id stays there;
-- statements, bills and plans are shown as the one person's.
create table person_merged (
    person_id   uuid primary key,
    survivor_id uuid not null,
    constraint person_merged_into_another check (survivor_id <> person_id)
);
create index person_merged_into on person_merged (survivor_id);
comment on table person_merged is 'as enrollment tells: who is merged, and into whom, who is merged into nobody';

create function survivor_of(asked uuid) returns uuid stable parallel safe language sql
return coalesce((select survivor_id from person_merged where person_id = asked), asked);

-- All ids of one person, the one that holds first.
create function same_person(asked uuid) returns table (id uuid) stable parallel safe rows 2 language sql as $$
    select survivor_of(asked)
    union all
    select person_id from person_merged where survivor_id = survivor_of(asked)
$$;

-- A login is of all ids of its person. Who reads login reads these rows, too; who writes it, as the release before does, finds it as it was.
create table login_of_merged (
    primary key (issuer, subject, person_id)
) inherits (login);
create index login_of_merged_person on login_of_merged (person_id);
comment on table login_of_merged is 'Logins of the other ids of their persons';
