-- One person under two numbers: what makes two registrations alike, what was decided of it (疑似重复), and who was merged into whom (合并).
select take_tables('person', 'login', 'task');

alter table person
    add column survivor_id uuid references person (id),
    add column merged_on date,
    add constraint person_merged_whole check ((survivor_id is null) = (merged_on is null)) not valid,
    add constraint person_merged_into_another check (survivor_id <> id) not valid;
comment on column person.survivor_id is 'The person whom this one turned out to be, who is merged into nobody; null: this one. The row stays, with all that was recorded under it';

-- Who a person is by what is known today.
create function survivor_of(asked uuid) returns uuid stable parallel safe language sql
return (select coalesce(p.survivor_id, p.id) from person p where p.id = asked);

-- All rows of that person.
create function same_person(asked uuid) returns setof uuid stable parallel safe rows 2 language sql as $$
    select p.id from person p where p.id = survivor_of(asked) or p.survivor_id = survivor_of(asked)
$$;

-- A merge keeps whose login it was.
alter table login add column first_person_id uuid references person (id);
comment on column login.first_person_id is 'The person to whom it was linked first, where that one was merged into another';

-- Registrations that are to be compared with the others. It is written in the transaction that registers, read after it.
create table person_uncompared (
    person_id uuid primary key
);
create function persons_come() returns trigger language plpgsql as $$
begin
    insert into person_uncompared (person_id) select id from come on conflict do nothing;
    return null;
end $$;
create trigger persons_came after insert on person referencing new table as come
    for each statement execute function persons_come();
create function person_changes() returns trigger language plpgsql as $$
begin
    insert into person_uncompared (person_id) values (new.id) on conflict do nothing;
    return null;
end $$;
create trigger person_has_a_phone after update on person for each row
    when (old.phone_index is distinct from new.phone_index) execute function person_changes();
comment on table person_uncompared is 'Persons who are to be compared with all others; triggers write it, and a foreign key would lock each person';

create table person_trait (
    kind        text not null,
    blind_index bytea not null,
    person_id   uuid not null references person (id),
    primary key (kind, blind_index, person_id),
    constraint person_trait_kind check (kind in ('NAME_AND_BIRTH', 'NAME_AND_PHONE', 'OLD_NUMBER', 'DOCUMENT')),
    constraint person_trait_index_width check (octet_length(blind_index) = 32)
);
create index person_trait_of_person on person_trait (person_id);
comment on table person_trait is 'By what two registrations may be of one person, as blind indexes: it compares what is sealed';

create table possible_match (
    match_id       uuid primary key,
    first_person   uuid not null references person (id),
    second_person  uuid not null references person (id),
    traits         text[] not null,
    organisation   text not null,
    found_on       date not null,
    decision       text,
    survivor_id    uuid references person (id),
    decided_on     date,
    decided_issuer text,
    decided_by     text,
    constraint possible_match_once unique (first_person, second_person),
    constraint possible_match_in_order check (first_person < second_person),
    constraint possible_match_decision check (decision in ('SAME', 'DIFFERENT')),
    constraint possible_match_survivor check ((decision = 'SAME') = (survivor_id is not null)),
    constraint possible_match_decided_whole check (
        num_nonnulls(decision, decided_on, decided_issuer, decided_by) in (0, 4))
);
create index possible_match_of_second on possible_match (second_person);
comment on table possible_match is 'Two registrations that may be of one person, and what was decided; of a pair once, for ever';
comment on column possible_match.organisation is 'The smallest area whose agencies see both';

-- The smallest area of six digits whose agencies see both persons; null where there is none.
create function common_area(one uuid, other uuid, day date) returns text stable language sql as $$
    with place as (
        select a.person_id, case when length(a.place) = 6 then a.place else county_of(a.place, day) end as code
        from person_area a where a.person_id in (one, other)
    ), common as (
        select case when x.code = y.code then x.code
                    when left(x.code, 4) = left(y.code, 4) then left(x.code, 4) || '00'
                    else left(x.code, 2) || '0000' end as code
        from place x join place y on left(y.code, 2) = left(x.code, 2)
        where x.person_id = one and y.person_id = other
    )
    select c.code from common c join organisation o on o.code = c.code and holds(o.valid_from, o.valid_to, day)
    order by length(stem(c.code)) desc, c.code limit 1
$$;

-- Of whom other services told that money is booked: such a one is nobody else's duplicate any more.
create table money_booked (
    person_id uuid primary key references person (id)
);
comment on table money_booked is 'Persons of whom a payment or a transfer was told; paid_month and moved_out tell it, too';

-- Kinds of tasks and how they end are the code's.
alter table task
    drop constraint task_kind,
    add constraint task_kind check (kind ~ '^[A-Z]+(_[A-Z]+)*$') not valid;
