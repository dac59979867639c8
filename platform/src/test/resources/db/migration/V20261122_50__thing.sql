create table thing (id uuid primary key, name text not null);
create table effect (position bigint generated always as identity primary key, key uuid not null, number integer not null);
