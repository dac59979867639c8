create table exchange_letter (
    message_id  uuid primary key,
    partner     text not null check (partner ~ '^[0-9]{6}$'),
    case_id     uuid not null,
    sequence    integer not null check (sequence > 0),
    document    text not null check (document ~ '^[A-Z]{2}[0-9]{2}$'),
    version     integer not null check (version > 0),
    sealed      text,
    written_at  timestamptz not null default now(),
    tries       integer not null default 0,
    next_try_at timestamptz not null default now(),
    problem     text[] not null default '{}',
    verdict     text check (verdict in ('ACCEPTED', 'REJECTED')),
    codes       text[] not null default '{}',
    answered_at timestamptz,
    unique (partner, case_id, sequence),
    check ((verdict is null) = (answered_at is null)),
    check (verdict is null or sealed is null)
);
create index exchange_letter_waiting on exchange_letter (partner, case_id, sequence) where answered_at is null;
create index exchange_letter_case on exchange_letter (case_id);
comment on table exchange_letter is 'letters to other cells: sent until they have their verdict';
comment on column exchange_letter.sealed is 'the document, encrypted to this cell itself; dropped with the verdict';
comment on column exchange_letter.problem is 'why the last try brought no verdict';

create table exchange_received (
    message_id  uuid primary key,
    partner     text not null check (partner ~ '^[0-9]{6}$'),
    case_id     uuid not null,
    sequence    integer not null check (sequence > 0),
    document    text not null,
    version     integer not null,
    digest      text not null,
    receipts    text[] not null check (cardinality(receipts) > 0),
    verdict     text not null check (verdict in ('ACCEPTED', 'REJECTED')),
    codes       text[] not null,
    received_at timestamptz not null default now(),
    unique (partner, case_id, sequence)
);
create index exchange_received_case on exchange_received (case_id);
comment on table exchange_received is 'letters of other cells that have their receipts: a repeated one gets the same';

create table exchange_log (
    position   bigint generated always as identity primary key,
    at         timestamptz not null default now(),
    direction  text not null check (direction in ('IN', 'OUT')),
    partner    text not null,
    case_id    uuid not null,
    message_id uuid not null,
    sequence   integer not null,
    envelope   text,
    receipts   text[] not null,
    check (envelope is not null or cardinality(receipts) > 0)
);
create index exchange_log_case on exchange_log (case_id, position);
comment on table exchange_log is 'what was exchanged, without documents: signatures that anybody can verify later';

create function exchange_log_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the log of messages is only appended to';
end $$;
create trigger exchange_log_append_only before update or delete or truncate on exchange_log
    for each statement execute function exchange_log_is_append_only();
