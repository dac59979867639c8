-- What plans had before a death ended them: if the death was recorded by mistake, those that nothing else ended go on from there.
create table plan_ended_by_death (
    plan_id     uuid primary key references plan,
    until_month date,
    ended_with  date not null
);
comment on table plan_ended_by_death is 'plans that a death cut; gone once the death is withdrawn';
comment on column plan_ended_by_death.until_month is 'the plan''s last month before; null: it went on';
comment on column plan_ended_by_death.ended_with is 'the last month that the death left it; if the plan has another one now, something else ended it';
