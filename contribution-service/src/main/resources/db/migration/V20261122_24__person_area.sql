create table person_area (
    person_id uuid not null,
    place     text not null check (place ~ '^[0-9]{6}$'),
    primary key (person_id, place)
);
comment on table person_area is 'as enrollment tells: agencies of this place and above see the person''s data';
