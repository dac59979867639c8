package org.lingbao.enrollment.coverage;

import org.lingbao.enrollment.worklist.WorkLists;
import org.lingbao.enrollment.worklist.domain.Kind;

/** The statements of this feature. */
final class FeedSql {
    static final String BEGIN = """
            insert into coverage_feed (feed_id, area, as_of, digest, parts, received_on, created_issuer, created_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (area, as_of, digest) do nothing""";

    static final String FIND_SAME =
            "select feed_id, parts from coverage_feed where area = $1 and as_of = $2 and digest = $3";

    static final String STATE = "select state from coverage_feed where feed_id = $1";

    static final String LOCK =
            "select area, as_of, digest, parts, state from coverage_feed where feed_id = $1 for update";

    /** Shared: parts of one feed may come beside each other, and none while it is being compared. */
    static final String LOCK_FOR_PART =
            "select area, as_of, parts, state from coverage_feed where feed_id = $1 for share";

    static final String CLAIM_PART = """
            insert into coverage_part (feed_id, part, digest, lines) values ($1, $2, $3, $4) on conflict (feed_id, part) do nothing""";

    static final String FIND_PART = """
            select p.digest, p.lines, (select count(*) from coverage_wrong_line w where w.feed_id = p.feed_id and w.part = p.part) as wrong
            from coverage_part p where p.feed_id = $1 and p.part = $2""";

    /** $1 feed, $2 part, $3 area, $4 as of, then the lines as arrays; those of no community of the area are wrong. */
    static final String LINES = """
            with place as materialized (select code from below($3, $4) where length(code) = 12),
            given as (
                select line, community, identity_index, subject_name, subject_number, code is not null as known
                from unnest($5::int[], $6::text[], $7::bytea[], $8::bytea[], $9::bytea[])
                    as g (line, community, identity_index, subject_name, subject_number)
                left join place on code = community
            ), good as (
                insert into coverage_line (line_id, feed_id, part, line, community, identity_index, subject_name, subject_number)
                select uuidv7(), $1, $2, line, community, identity_index, subject_name, subject_number from given where known
            )
            insert into coverage_wrong_line (feed_id, part, line, reasons)
            select $1, $2, line, array['COVERAGE_LINE_ELSEWHERE'] from given where not known""";

    static final String WRONG = """
            insert into coverage_wrong_line (feed_id, part, line, reasons)
            select $1, $2, line, string_to_array(reasons, ' ') from unnest($3::int[], $4::text[]) as w (line, reasons)""";

    static final String PARTS =
            "select part, encode(digest, 'hex') as digest from coverage_part where feed_id = $1 order by part";

    static final String COMPARE_NEXT = "update coverage_feed set state = 'COMPARING' where feed_id = $1";

    /** One comparison at a time: two of one area would count and visit beside each other. */
    static final String ALONE = "select pg_try_advisory_xact_lock(hashtextextended('coverage-comparison', 0)) as alone";

    /** Of feeds that were begun before {@code $1} and have not come whole: they can be sent again from the beginning. */
    static final String GIVE_UP = """
            with given_up as (select feed_id from coverage_feed where state = 'RECEIVING' and received_on < $1),
            lines as (delete from coverage_line where feed_id in (select feed_id from given_up)),
            wrong as (delete from coverage_wrong_line where feed_id in (select feed_id from given_up))
            delete from coverage_part where feed_id in (select feed_id from given_up)""";

    static final String NEXT = """
            select feed_id, area, as_of from coverage_feed where state = 'COMPARING' order by feed_id limit 1 for update skip locked""";

    /** A person counts once, by the first line. */
    static final String TWICE = """
            with twice as (
                delete from coverage_line l using (
                    select ctid as at, row_number() over (partition by identity_index order by part, line) as place
                    from coverage_line where feed_id = $1) numbered
                where l.ctid = numbered.at and numbered.place > 1 returning l.part, l.line
            )
            insert into coverage_wrong_line (feed_id, part, line, reasons)
            select $1, part, line, array['COVERAGE_LINE_TWICE'] from twice""";

    /**
     * $1 feed, then the days of tasks, then the month of today; whose months begin later is insured, too. Who has died or draws a pension
     * is not, and nobody visits them.
     */
    static final String UNINSURED = """
            with line as (
                select l.*, known.ended, not known.ended and exists (
                    select from relation r where r.person_id = known.person_id and r.scheme in ('EMPLOYEE', 'RESIDENT')
                      and (r.to_month is null or r.to_month >= greatest(r.from_month, $5::date))) as insured
                from coverage_line l
                left join lateral (
                    select coalesce(p.survivor_id, p.id) as person_id, exists (
                        select from ending e where e.person_id in (select same_person(p.id)) and e.kind in ('DIED', 'RETIRED')
                          and e.withdrawn_on is null) as ended
                    from known_by(l.identity_index) k join person p on p.id = k.person_id) known on true
                where feed_id = $1
            ), made as (
            """
            + WorkLists.insertOf(
                    Kind.COVERAGE_VISIT,
                    "community",
                    "line_id",
                    new WorkLists.Somebody("subject_name", "subject_number", "identity_index"),
                    2,
                    "line where insured is not true and ended is not true")
            + """
             returning 1
            )
            select count(*) filter (where insured) as insured, count(*) filter (where ended) as ended,
                   count(*) filter (where insured is not true and ended is not true) as uninsured,
                   (select count(*) from made) as tasks from line""";

    static final String POPULATION = """
            select community, count(*)::bigint as persons from coverage_line where feed_id = $1 group by community""";

    static final String FORGET = "delete from coverage_line where feed_id = $1";

    static final String COMPARED = """
            update coverage_feed set state = 'COMPARED', compared_on = $2, insured = $3, uninsured = $4, tasks = $5, ended = $6 where feed_id = $1""";

    static final String REPORT = """
            select f.*, p.received, p.lines, w.wrong,
                   (select array_agg(n) from (select n from generate_series(1, f.parts) n
                        where not exists (select from coverage_part where feed_id = f.feed_id and part = n) order by n limit 20) m) as missing
            from coverage_feed f
            cross join lateral (select count(*) as received, coalesce(sum(lines), 0)::bigint as lines
                from coverage_part where feed_id = f.feed_id) p
            cross join lateral (select count(*) as wrong from coverage_wrong_line where feed_id = f.feed_id) w
            where f.feed_id = $1""";

    /** In the order of the file, and one empty row where there is none left; $2 part and $3 line after which to go on. */
    static final String WRONG_LINES = """
            select w.part, w.line, w.reasons from coverage_feed f
            left join lateral (
                select part, line, reasons from coverage_wrong_line
                where feed_id = f.feed_id and (part, line) > ($2, $3) order by part, line limit $4) w on true
            where f.feed_id = $1 order by w.part, w.line""";

    private FeedSql() {}
}
