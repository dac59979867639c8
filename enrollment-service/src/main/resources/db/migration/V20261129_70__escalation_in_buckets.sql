-- Late tasks come up in buckets; a day's sweep that is not ended is gone on with.
alter table work_list_sweep add column ended boolean not null default true;
comment on column work_list_sweep.ended is 'Whether all that was late came up; false: the process that did it ended before';

-- The levels from below; null for an employer, to whom nothing comes up.
create function rank_of(level text) returns integer immutable parallel safe language sql
return array_position(array['COMMUNITY', 'TOWN', 'COUNTY', 'CITY', 'PROVINCE'], level);
