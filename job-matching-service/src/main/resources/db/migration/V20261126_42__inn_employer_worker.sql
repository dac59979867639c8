create table inn (
    inn_id    uuid primary key,
    name      text not null check (name <> ''),
    place     text not null check (place ~ '^[0-9]{6}$'),
    address   text not null check (address <> ''),
    lat_micro integer not null check (lat_micro between -90000000 and 90000000),
    lon_micro integer not null check (lon_micro between -180000000 and 180000000),
    opens     time not null,
    closes    time not null check (closes > opens),
    opened_on date not null
);
create index inn_of_place on inn (place text_pattern_ops);
create index inn_spot on inn using gist (point(lon_micro, lat_micro));
comment on table inn is '零工客栈: where workers and those who need them meet';

create table employer (
    employer_id   uuid primary key,
    kind          text not null check (kind in ('COMPANY', 'HOUSEHOLD')),
    credit_code   text unique,
    person_id     uuid unique,
    name          text,
    contact       bytea,
    registered_on date not null,
    check (kind <> 'COMPANY' or (credit_code is not null and name is not null and person_id is null)),
    check (kind <> 'HOUSEHOLD' or (person_id is not null and credit_code is null and name is null))
);
comment on table employer is '用工方: a company by its credit code, or a household by its person';
comment on column employer.contact is 'a company''s telephone, sealed';

create table worker (
    worker_id       uuid not null unique,
    person_id       uuid primary key,
    place           text not null check (place ~ '^[0-9]{6}$'),
    lat_micro       integer not null check (lat_micro between -90000000 and 90000000),
    lon_micro       integer not null check (lon_micro between -180000000 and 180000000),
    radius_m        integer not null check (radius_m > 0),
    occupations     text[] not null check (cardinality(occupations) > 0),
    grams           text[] not null,
    free_from       date not null,
    free_until      date check (free_until >= free_from),
    floor_fen       bigint check (floor_fen > 0),
    floor_unit      text check (floor_unit in ('DAY', 'HOUR', 'PIECE', 'MONTH')),
    recommendations boolean not null,
    stated_on       date not null,
    check ((floor_fen is null) = (floor_unit is null))
);
create index worker_spot on worker using gist (point(lon_micro, lat_micro));
comment on table worker is '零工: what a person states for being matched; who it is, enrollment alone knows';
comment on column worker.worker_id is 'what employers see instead of the person';
comment on column worker.recommendations is 'the person''s own switch; off: recommended to nobody, and nothing to the person';
