-- The ledger's hash chain (哈希链): every entry set is sealed after its commit, once, in an order that never changes.

-- A set becomes due for its seal when every transaction that began to write before it, or with it, has ended: only then is
-- it certain that nothing comes between it and those before it. Sets that are there already have no transaction: they go first.
alter table entry_set add column written_in xid8 not null default '0';
alter table entry_set alter column written_in set default pg_current_xact_id();
create index entry_set_written on entry_set (written_in, entry_set_id);
comment on column entry_set.written_in is 'the transaction that wrote it; by it and the id sets are sealed. 0: written before there were seals';

create table chain_link (
    position     bigint      primary key check (position > 0),
    entry_set_id uuid        not null constraint chain_link_once unique,
    written_in   xid8        not null,
    seal         bytea       not null check (length(seal) = 32),
    sealed_at    timestamptz not null default transaction_timestamp()
);
comment on table chain_link is 'append-only; one per entry set, without a gap. No foreign key: a set that is deleted must be missed, and checking each would double the work';
comment on column chain_link.seal is 'SHA-256 over the seal before and the set''s canonical form (docs/operating/ledger-chain.md); before the first stands SHA-256 of "lingbao ledger " and the cell''s code';
revoke update, delete, truncate on chain_link from current_user;
create trigger chain_link_append_only before update or delete or truncate on chain_link
    for each statement execute function refuse_change();

-- The next seal. As an aggregate over a window it goes through thousands of sets in one statement; the first value is the
-- seal to begin with.
create function next_seal(before bytea, form bytea) returns bytea immutable strict parallel safe language sql
    return sha256(before || form);
create aggregate seal_after(bytea) (sfunc = next_seal, stype = bytea);

create table chain_head (
    position bigint      primary key,
    seal     bytea       not null check (length(seal) = 32),
    told_at  timestamptz not null default transaction_timestamp()
);
comment on table chain_head is 'append-only: the seals that were told outside, by an event and a line of the log. Whoever keeps one sees when the chain before it is written anew';
revoke update, delete, truncate on chain_head from current_user;
create trigger chain_head_append_only before update or delete or truncate on chain_head
    for each statement execute function refuse_change();
