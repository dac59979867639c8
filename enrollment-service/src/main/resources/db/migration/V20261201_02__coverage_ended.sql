-- Who has died, or draws a pension, is neither insured nor to be visited.
alter table coverage_feed add column ended bigint check (ended >= 0);
