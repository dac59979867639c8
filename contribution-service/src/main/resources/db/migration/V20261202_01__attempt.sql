-- A channel is about to take money for a bill (支付中): until it is known what became of that, no other channel begins.

create table attempt (
    attempt_id      uuid        primary key,
    bill_id         uuid        not null,
    channel         text        not null check (channel in ('APP', 'BANK', 'TERMINAL', 'TAX_BUREAU')),
    holder          text        not null,
    terminal        text,
    reference       text        not null check (length(reference) between 1 and 64),
    amount_fen      bigint      not null check (amount_fen > 0),
    begun_at        timestamptz not null,
    in_flight_until timestamptz not null,
    released_at     timestamptz,
    released_by     text        check (released_by in ('CHANNEL', 'CLERK', 'PAYMENT')),
    constraint attempt_begun_once unique (reference, holder),
    constraint attempt_has_time check (in_flight_until > begun_at),
    constraint attempt_released_whole check ((released_at is null) = (released_by is null))
);
create unique index attempt_holds_bill on attempt (bill_id) where released_at is null;
create index attempt_held on attempt (in_flight_until) where released_at is null;
comment on table attempt is 'that money came for it is not written here: the receipt under holder and reference tells it, so no payment looks at an attempt';
comment on column attempt.bill_id is 'no foreign key: its lock would keep the payment of that bill waiting';
comment on column attempt.holder is 'bank or tax bureau, as in receipt.bank; of an app its client, "/" and the person whose bill it is';
comment on column attempt.in_flight_until is 'when it has passed and nothing is known, the outcome is unknown: the bill is held until somebody says what became of it';
comment on column attempt.released_at is 'from then on it holds the bill no longer';
comment on column attempt.released_by is 'CHANNEL, CLERK: it was given up; PAYMENT: its receipt was there already';
