-- Contribution certificates (参保缴费凭证, TR10).

create table certificate (
    number            text    primary key,
    verification_code text    not null unique,
    person_id         uuid    not null,
    place             text    not null check (place ~ '^[0-9]{6}$'),
    from_month        date    not null check (extract(day from from_month) = 1),
    to_month          date    not null check (extract(day from to_month) = 1 and to_month >= from_month),
    months            integer not null check (months > 0),
    balance_fen       bigint  not null check (balance_fen >= 0),
    relation_lives    boolean not null,
    issued_on         date    not null
);
create index certificate_of_person on certificate (person_id);
comment on table certificate is 'append-only: what was stated on a day, and of whom by an opaque id; name and number are asked of enrollment when it is shown';

create trigger certificate_append_only before update or delete or truncate on certificate
    for each statement execute function refuse_change();
