-- The ledger's proofs (总账核验): when each was made and what came of it.

create table ledger_proof (
    proof_id   bigint generated always as identity primary key,
    proved_at  timestamptz not null default clock_timestamp(),
    took       interval    not null check (took >= interval '0'),
    entry_sets bigint      not null check (entry_sets >= 0),
    entries    bigint      not null check (entries >= 0),
    findings   integer     not null check (findings >= 0)
);
comment on table ledger_proof is 'append-only; one is made each day, and one whenever somebody asks GET /ledger/check';
comment on column ledger_proof.findings is 'none: it is proven. What they were is not kept: they are found again until they are corrected';

create trigger ledger_proof_append_only before update or delete or truncate on ledger_proof
    for each statement execute function refuse_change();
