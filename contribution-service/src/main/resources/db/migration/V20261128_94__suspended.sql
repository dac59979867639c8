-- The work list of suspense. On its own, so that what else was changed waits for nobody while the receipts are read once.
create index receipt_suspended on receipt (receipt_id) where outcome = 'SUSPENDED';
