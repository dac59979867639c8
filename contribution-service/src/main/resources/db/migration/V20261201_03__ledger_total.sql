select take_tables('ledger_proof');
-- What a proof found on each business day in each fund and at each bank: what those who settle with banks compare theirs with.
alter table ledger_proof add column day date;
comment on column ledger_proof.day is 'the business day of the proof; null: made before days were kept';

create table ledger_total (
    proof_id      bigint not null references ledger_proof,
    day           date   not null,
    account_kind  text   not null,
    account_owner text   not null,
    moved_fen     bigint not null,
    primary key (day, proof_id, account_kind, account_owner)
);
comment on table ledger_total is 'append-only; of the days since the proof before, its own day again. A day''s totals are those of the last proof that has them';
create trigger ledger_total_append_only before update or delete or truncate on ledger_total
    for each statement execute function refuse_change();
