create table echo_read (message_id uuid primary key, case_id uuid not null, sequence integer not null, text text not null);
create table echo_heard (position bigint generated always as identity, message_id uuid primary key, case_id uuid not null,
    sequence integer not null, verdict text not null, text text not null);
