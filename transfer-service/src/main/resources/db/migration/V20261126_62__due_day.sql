-- Until when a case must go on, for those who watch all of them: the state itself is read by the domain alone.

alter table transfer_case add column due_on date;
create index transfer_case_due on transfer_case (due_on) where open and due_on is not null;
comment on column transfer_case.due_on is 'the last day of the deadline that runs; null: none runs, it stands still, or the calendar is not known. Written with the state';
