package org.lingbao.enrollment.takeover;

/** The statements of this feature. */
final class TakeoverSql {
    static final String BEGIN = """
            insert into takeover (takeover_id, area, origin, parts, begun_on, created_issuer, created_by)
            values ($1, $2, $3, $4, $5, $6, $7)""";

    static final String FIND = "select area, parts from takeover where takeover_id = $1";

    static final String CLAIM_PART = """
            insert into takeover_part (takeover_id, part, digest, lines) values ($1, $2, $3, $4) on conflict do nothing""";

    /**
     * One part at a time, of whichever takeover. The next one waits a little: its lines are read and sealed already, and the database need
     * not wait for them.
     */
    static final String PATIENCE = "set local lock_timeout = '2s'";

    static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('takeover-part', 0))";

    /** What waits for the locks of persons waits as long as everything. */
    static final String USUAL_PATIENCE = "set local lock_timeout to default";

    /** Of many codes those that are communities of the tree on a day. */
    static final String COMMUNITIES = """
            select code from organisation where code = any($1) and level = 'COMMUNITY' and holds(valid_from, valid_to, $2)""";

    static final String WRONG = """
            insert into takeover_wrong_line (takeover_id, part, line, reasons)
            select $1, $2, line, string_to_array(reasons, ' ') from unnest($3::int[], $4::text[]) as w (line, reasons)""";

    static final String TAKEN = """
            update takeover_part set wrong = $3, persons = $4, known = $5, relations = $6, ended_at = clock_timestamp(),
                reasons = coalesce((select jsonb_object_agg(reason, lines) from (
                    select reason, count(*) as lines from takeover_wrong_line w cross join lateral unnest(w.reasons) reason
                    where w.takeover_id = $1 and w.part = $2 group by reason) counted), '{}')
            where takeover_id = $1 and part = $2""";

    static final String FIND_PART = "select * from takeover_part where takeover_id = $1 and part = $2";

    /** A row for each reason, and one without where there is none; its first lines are those of the first part that has any. */
    static final String REPORT = """
            select t.*, p.*, p.lines * 1000 / nullif(p.millis, 0) as lines_a_second, r.reason, r.of_lines, r.first_part,
                   (select array_agg(n) from (select n from generate_series(1, t.parts) n
                        where not exists (select from takeover_part where takeover_id = t.takeover_id and part = n) limit 20) m) as missing,
                   (select array_agg(line) from (select line from takeover_wrong_line w
                        where w.takeover_id = t.takeover_id and w.part = r.first_part and w.reasons @> array[r.reason]
                        order by line limit 5) f) as first_lines
            from takeover t cross join lateral (
                select count(*) as received, coalesce(sum(lines), 0)::bigint as lines, coalesce(sum(wrong), 0)::bigint as wrong,
                       coalesce(sum(persons), 0)::bigint as persons, coalesce(sum(known), 0)::bigint as known,
                       coalesce(sum(relations), 0)::bigint as relations,
                       ceil(extract(epoch from max(ended_at) - min(began_at)) * 1000)::bigint as millis
                from takeover_part where takeover_id = t.takeover_id) p
            left join lateral (
                select key as reason, sum(value::bigint)::bigint as of_lines, min(part) as first_part
                from takeover_part cross join lateral jsonb_each_text(reasons)
                where takeover_id = t.takeover_id group by key) r on true
            where t.takeover_id = $1 order by r.of_lines desc, r.reason""";

    /** In the order of the file, and one empty row where there is none left; $2 part and $3 line after which to go on. */
    static final String WRONG_LINES = """
            select w.part, w.line, w.reasons from takeover t
            left join lateral (
                select part, line, reasons from takeover_wrong_line
                where takeover_id = t.takeover_id and (part, line) > ($2, $3) order by part, line limit $4) w on true
            where t.takeover_id = $1 order by w.part, w.line""";

    private TakeoverSql() {}
}
