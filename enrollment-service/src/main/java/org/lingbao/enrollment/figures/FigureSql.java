package org.lingbao.enrollment.figures;

/** The statements of this feature. */
final class FigureSql {
    /**
     * Insured of an area and of each of its children, by scheme and standing: of a county or less, which asks for each code.
     * $1 area, $2 day of the tree, $3 first day of the month.
     */
    static final String INSURED = """
            with part as materialized (select code, child from below($1, $2)),
            change as (
                select p.child, kept.scheme, kept.standing, kept.change from part p cross join lateral (
                    select y.scheme, y.standing, y.change from insured_year y
                    where y.area = p.code and y.year < extract(year from $3::date)
                    union all
                    select m.scheme, m.standing, m.change from insured_month m
                    where m.area = p.code and m.month between date_trunc('year', $3::timestamp)::date and $3
                    offset 0) kept
                union all
                select p.child, c.scheme, c.standing, c.change from part p join insured_change c on c.area = p.code
                where c.month <= $3
            )
            select child, scheme, standing, sum(change)::bigint as persons from change
            group by child, scheme, standing having sum(change) <> 0""";

    /** The same of a city or province, which asks once for all codes that there are. */
    static final String INSURED_OF_MANY = """
            with part as materialized (select code, child from below($1, $2)),
            change as materialized (
                select area, scheme, standing, sum(change) as change from (
                    select area, scheme, standing, change from insured_year where year < extract(year from $3::date)
                    union all
                    select area, scheme, standing, change from insured_month
                    where month between date_trunc('year', $3::timestamp)::date and $3
                    union all
                    select area, scheme, standing, change from insured_change where month <= $3) kept
                group by area, scheme, standing
            )
            select p.child, c.scheme, c.standing, sum(c.change)::bigint as persons
            from part p join change c on c.area = p.code
            group by p.child, c.scheme, c.standing having sum(c.change) <> 0""";

    /**
     * The area and its children with their names, and the people of each: of every community by the latest feed that it lay in on the
     * day of the feed, wherever it lies now. Where a community has no such feed there is no figure of what it lies in.
     */
    static final String PEOPLE = """
            with part as (
                select o.code, o.name, o.level from organisation o
                where (o.code = $1 or o.parent = $1) and o.level <> 'EMPLOYER' and holds(o.valid_from, o.valid_to, $2)
            ), feed as (
                select distinct on (area) area, as_of from population where as_of <= $2 order by area, as_of desc
            ), counted as materialized (
                select distinct on (b.code) b.code as community, f.as_of, coalesce(p.persons, 0) as persons
                from feed f cross join lateral below(f.area, f.as_of) b
                left join population p on p.area = f.area and p.as_of = f.as_of and p.community = b.code
                where length(b.code) = 12 order by b.code, f.as_of desc, length(f.area) desc
            ), people as (
                select b.child, c.community, c.as_of, c.persons
                from below($1, $2) b left join counted c on c.community = b.code where length(b.code) = 12
            ), figure as (
                select coalesce(child, $1) as code, min(as_of) as as_of, sum(persons)::bigint as persons
                from people group by grouping sets ((child), ()) having count(*) = count(community)
                    and not (grouping(child) = 0 and child = $1)
            )
            select part.code, part.name, part.level, f.as_of, nullif(f.persons, 0) as persons
            from part left join figure f using (code)
            order by part.code <> $1, part.code""";

    /** One process at a time; $1 how many at most. */
    static final String FOLD = """
            with mine as materialized (select pg_try_advisory_xact_lock(hashtextextended('fold-figures', 0)) as mine),
            taken as (
                delete from insured_change where (select mine from mine)
                  and id in (select id from insured_change order by id limit $1 for update skip locked)
                returning area, scheme, standing, month, change
            ), kept as (
                insert into insured_month as m (area, scheme, standing, month, change)
                select area, scheme, standing, month, sum(change) from taken
                group by area, scheme, standing, month having sum(change) <> 0
                on conflict (area, month, scheme, standing) do update set change = m.change + excluded.change
            ), years as (
                insert into insured_year as y (area, scheme, standing, year, change)
                select area, scheme, standing, extract(year from month), sum(change) from taken
                group by 1, 2, 3, 4 having sum(change) <> 0
                on conflict (area, year, scheme, standing) do update set change = y.change + excluded.change
            )
            select count(*) as folded from taken""";

    /** What is kept against what follows from the relations, and years against their months; as one moment has them. $1 how many at most. */
    static final String CHECK = """
            with kept as (
                select area, scheme, standing, month, sum(change) as change
                from (select area, scheme, standing, month, change from insured_month
                      union all select area, scheme, standing, month, change from insured_change) all_of_it
                group by area, scheme, standing, month
            ), raw as (
                select area, scheme, standing, month, sum(change) as change from insured_edge
                group by area, scheme, standing, month
            ), year as (
                select area, scheme, standing, extract(year from month)::int as year, sum(change) as change from insured_month
                group by 1, 2, 3, 4
            ), both_of as (
                select area, scheme, standing, month, raw.change as expected, kept.change as found
                from raw full join kept using (area, scheme, standing, month)
                union all
                select area, scheme, standing, make_date(year, 1, 1), year.change, y.change
                from year full join insured_year y using (area, scheme, standing, year)
            )
            select area, scheme, standing, month, coalesce(expected, 0)::bigint as expected, coalesce(found, 0)::bigint as found,
                   count(*) over () as differences
            from both_of where coalesce(expected, 0) <> coalesce(found, 0)
            order by area, month, scheme, standing limit $1""";

    private FigureSql() {}
}
