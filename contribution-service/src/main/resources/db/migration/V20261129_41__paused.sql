-- Months that a person has paused (中断缴费), as enrollment reckons them.
alter table relation add column paused datemultirange not null default '{}';
comment on column relation.paused is 'months that are not billed, as ranges of days; all of them are told anew with each change';
