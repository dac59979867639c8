-- How fast a register comes, and what is wrong with it, told per part: nobody counts millions of wrong lines to answer.
alter table takeover_part
    add column began_at timestamptz,
    add column ended_at timestamptz,
    add column reasons jsonb not null default '{}';
alter table takeover_part alter column began_at set default now();
comment on column takeover_part.began_at is 'Null: taken before anybody noted it';
comment on column takeover_part.reasons is 'How many of its lines are wrong for which reason; a line may be wrong for several';

update takeover_part p set reasons = r.reasons
from (select takeover_id, part, jsonb_object_agg(reason, lines) as reasons
      from (select takeover_id, part, reason, count(*) as lines
            from takeover_wrong_line cross join lateral unnest(reasons) reason group by 1, 2, 3) counted
      group by 1, 2) r
where p.takeover_id = r.takeover_id and p.part = r.part;
