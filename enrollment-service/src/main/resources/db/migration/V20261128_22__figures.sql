-- How many are insured (参保人数), reckoned and never typed in. Kept are changes: in this month so many more, or fewer. A change is appended
-- in the transaction that changes the relation, so that nobody waits for anybody's row; from time to time they are folded into months.
-- In the order in which commands lock them; what they write waits until all is counted.
lock table person, relation in share row exclusive mode;

create table insured_change (
    id       bigint generated always as identity primary key,
    area     text not null,
    scheme   text not null,
    standing text not null,
    month    date not null,
    change   integer not null
);
create table insured_month (
    area     text not null,
    scheme   text not null,
    standing text not null,
    month    date not null,
    change   bigint not null,
    primary key (area, month, scheme, standing) include (change)
);
create index insured_month_of_all on insured_month (month) include (area, scheme, standing, change);
create table insured_year (
    area     text not null,
    scheme   text not null,
    standing text not null,
    year     integer not null,
    change   bigint not null,
    primary key (area, year, scheme, standing) include (change)
);
comment on table insured_year is 'The months of a whole year, so that a figure is the sum of some years and months';
comment on table insured_change is 'Changes that are not folded yet; with insured_month they are the whole figure';
comment on table insured_month is 'Persons more, or fewer, from a month on; the sum up to a month is how many are insured in it';
comment on column insured_month.area is 'Community (12 digits) where it is known, else the place of enrollment (GB/T 2260)';
comment on column insured_month.scheme is 'The scheme of the relation; BOTH: in the employee and the resident scheme at once, who are one insured person';

create function months(from_month date, to_month date) returns datemultirange immutable parallel safe language sql
return case when to_month is null then datemultirange(daterange(from_month, null))
            when to_month >= from_month then datemultirange(daterange(from_month, (to_month + interval '1 month')::date))
            else datemultirange() end;

create function edges(months datemultirange) returns table (month date, change integer) immutable parallel safe rows 2 language sql as $$
    select lower(one), 1 from unnest(months) one
    union all
    select upper(one), -1 from unnest(months) one where not upper_inf(one)
$$;

-- All changes as they follow from the relations: what insured_month and insured_change must come to.
create view insured_edge as
select coalesce(p.community, r.place) as area, r.scheme, r.standing, e.month, e.change
from relation r join person p on p.id = r.person_id cross join lateral edges(months(r.from_month, r.to_month)) e
union all
select coalesce(p.community, r.place), 'BOTH', r.standing, e.month, e.change
from (select person_id, range_agg(months(from_month, to_month)) as months
      from relation where scheme = 'EMPLOYEE' group by person_id) employee
join relation r on r.person_id = employee.person_id and r.scheme = 'RESIDENT'
join person p on p.id = r.person_id
cross join lateral edges(months(r.from_month, r.to_month) * employee.months) e;

-- Appends what changed with relations that came and went, after they did. Planned once per connection: planning costs several times
-- the execution.
create function insured_changed(come relation[], gone relation[]) returns void language plpgsql
set plan_cache_mode = force_generic_plan as $$
begin
    insert into insured_change (area, scheme, standing, month, change)
    select coalesce((select p.community from person p where p.id = t.person_id), t.place), t.scheme, t.standing, e.month,
           sum(t.sign * e.change)
    from (select *, 1 as sign from unnest(come) union all select *, -1 from unnest(gone)) t
    cross join lateral edges(months(t.from_month, t.to_month)) e
    group by 1, 2, 3, 4 having sum(t.sign * e.change) <> 0;

    if not exists (
        select from unnest(come || gone) t
        where t.scheme in ('EMPLOYEE', 'RESIDENT')
          and (exists (select from relation o where o.person_id = t.person_id
                       and o.scheme in ('EMPLOYEE', 'RESIDENT') and o.scheme <> t.scheme)
            or exists (select from unnest(gone) o where o.person_id = t.person_id
                       and o.scheme in ('EMPLOYEE', 'RESIDENT') and o.scheme <> t.scheme))) then
        return; -- nobody is, or was, in both
    end if;
    with held as ( -- all relations of these persons: 1 as they are, -1 as they were
        select o.person_id, o.scheme, o.place, o.standing, o.from_month, o.to_month, sign
        from relation o cross join (values (1), (-1)) as signs (sign)
        where o.person_id in (select person_id from unnest(come || gone))
          and (sign = 1 or o.id not in (select id from unnest(come)))
        union all
        select person_id, scheme, place, standing, from_month, to_month, -1 from unnest(gone)
    ), both_at_once as (
        select r.person_id, r.place, r.standing, sign, months(r.from_month, r.to_month) * employee.months as months
        from held r join (
            select person_id, sign, range_agg(months(from_month, to_month)) as months
            from held where scheme = 'EMPLOYEE' group by person_id, sign) employee using (person_id, sign)
        where r.scheme = 'RESIDENT'
    )
    insert into insured_change (area, scheme, standing, month, change)
    select coalesce(p.community, c.place), 'BOTH', c.standing, e.month, sum(c.sign * e.change)
    from both_at_once c join person p on p.id = c.person_id cross join lateral edges(c.months) e
    group by 1, 2, 3, 4 having sum(c.sign * e.change) <> 0;
end $$;

create function relation_came() returns trigger language plpgsql as $$
begin
    perform insured_changed(array(select row(c.*)::relation from come c), '{}'::relation[]);
    return null;
end $$;
create function relation_changed() returns trigger language plpgsql as $$
begin
    perform insured_changed(array(select row(c.*)::relation from come c), array(select row(g.*)::relation from gone g));
    return null;
end $$;
create function relation_went() returns trigger language plpgsql as $$
begin
    perform insured_changed('{}'::relation[], array(select row(g.*)::relation from gone g));
    return null;
end $$;
create trigger relation_counted after insert on relation referencing new table as come
    for each statement execute function relation_came();
create trigger relation_recounted after update on relation referencing old table as gone new table as come
    for each statement execute function relation_changed();
create trigger relation_discounted after delete on relation referencing old table as gone
    for each statement execute function relation_went();

-- Where somebody lives became known: all their months count there.
create function community_known() returns trigger language plpgsql as $$
begin
    insert into insured_change (area, scheme, standing, month, change)
    select m.area, c.scheme, c.standing, e.month, sum(m.sign * e.change)
    from (select n.id, n.community as after, o.community as before
          from come n join gone o using (id) where n.community is distinct from o.community) known
    cross join lateral (
        select r.scheme, r.standing, r.place, months(r.from_month, r.to_month) as months
        from relation r where r.person_id = known.id
        union all
        select 'BOTH', r.standing, r.place, months(r.from_month, r.to_month) * (
            select range_agg(months(from_month, to_month)) from relation where person_id = known.id and scheme = 'EMPLOYEE')
        from relation r where r.person_id = known.id and r.scheme = 'RESIDENT') c
    cross join lateral edges(c.months) e
    cross join lateral (values (coalesce(known.after, c.place), 1), (coalesce(known.before, c.place), -1)) m (area, sign)
    group by 1, 2, 3, 4 having sum(m.sign * e.change) <> 0;
    return null;
end $$;
create trigger person_settled after update on person referencing old table as gone new table as come
    for each statement execute function community_known();

insert into insured_month (area, scheme, standing, month, change)
select area, scheme, standing, month, sum(change) from insured_edge group by 1, 2, 3, 4 having sum(change) <> 0;
insert into insured_year (area, scheme, standing, year, change)
select area, scheme, standing, extract(year from month), sum(change) from insured_month group by 1, 2, 3, 4 having sum(change) <> 0;

-- How many people there are, by a population feed; without one nobody says how many are covered.
create table population (
    source    uuid not null,
    area      text not null,
    as_of     date not null,
    community text not null,
    persons   bigint not null check (persons > 0),
    primary key (area, as_of, community)
);
comment on table population is 'Persons of a community, as a feed over an area counted them';
comment on column population.area is 'The area of the feed, which is whole: a community in it that is not here has nobody';
