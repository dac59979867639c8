-- What every service needs beside its own tables. One database per cell and service, so no names collide.

-- Events written in the transaction that they tell of; the relay publishes and then deletes them.
-- Columns follow Debezium's outbox vocabulary, so that change data capture can replace the relay.
create table outbox (
    position      bigint generated always as identity primary key,
    id            uuid        not null unique,
    aggregatetype text        not null,
    aggregateid   uuid        not null,
    type          text        not null,
    payload       text        not null check (octet_length(payload) <= 524288),
    created_at    timestamptz not null default clock_timestamp()
);
comment on column outbox.position is 'order within one key: taken under the key''s advisory lock, so it is commit order';
comment on column outbox.payload is 'JSON; never an identity number, phone or bank card; far below the broker''s limit so that it always fits';

-- One row per message whose effect is in the database.
create table inbox (
    consumer    text        not null,
    message_id  uuid        not null,
    received_at timestamptz not null default clock_timestamp(),
    primary key (consumer, message_id)
);

-- A message that could not be applied, and the later ones of its key that wait behind it.
create table parked_message (
    id           bigint generated always as identity primary key,
    consumer     text        not null,
    message_id   uuid,
    type         text,
    key          text        not null,
    topic        text        not null,
    partition    integer     not null,
    record_offset bigint     not null,
    body         bytea,
    reason       text        not null,
    parked_at    timestamptz not null default clock_timestamp(),
    released_at  timestamptz,
    released_by  text,
    released_how text check (released_how in ('APPLIED', 'DISCARDED')),
    unique (consumer, topic, partition, record_offset)
);
create index parked_message_waiting on parked_message (consumer, key) where released_at is null;

-- The first answer to a command, kept under the caller's key and told again to a retry.
create table idempotency (
    client      text        not null,
    operation   text        not null,
    key         text        not null,
    body_hash   bytea       not null,
    status      integer,
    location    text,
    body        text,
    created_at  timestamptz not null default clock_timestamp(),
    primary key (client, operation, key)
);

-- Who did or read what about whom, and why. Append-only.
create table audit (
    id         bigint generated always as identity primary key,
    at         timestamptz not null default clock_timestamp(),
    issuer     text        not null,
    actor      text        not null,
    client     text        not null,
    action     text        not null,
    subject_id uuid,
    purpose    text        not null
);
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: write a correcting row instead', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_append_only before update or delete or truncate on audit for each statement execute function refuse_change();

-- The cell's business day, only where it may be moved by hand (local stack, tests).
create table business_day (
    singleton boolean primary key default true check (singleton),
    day       date    not null
);
