-- Money for a transfer to here that comes after the transfer ended goes back, too.

alter table bank_credit
    drop constraint bank_credit_outcome_check,
    add constraint bank_credit_outcome_check check (outcome in ('EXPECTED', 'SENT_BACK', 'SUSPENDED', 'RETURNED'));
comment on column bank_credit.outcome is 'EXPECTED: to its case''s transit; SENT_BACK: the same, and at once back, for its case had ended; SUSPENDED: no case awaits it (yet); RETURNED: what an order of ours had paid out came back, and neither was ever posted';
comment on column expected_fund.received_fen is 'all that arrived while it was awaited, or after its case had ended; what comes after the case was credited stays in suspense and is not in it';
