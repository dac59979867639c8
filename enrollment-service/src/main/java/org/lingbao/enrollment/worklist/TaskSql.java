package org.lingbao.enrollment.worklist;

/** The statements of this feature. */
final class TaskSql {
    static final String COLUMNS = """
            t.task_id, t.kind, t.organisation, t.held_by, t.person_id, t.since, t.due_on, t.escalated_on, t.state, t.outcome,
            t.done_on, case t.kind when 'POSSIBLE_MATCH' then t.reference end as match_id""";

    /** $1 area, $2 day of the tree. Looked up in what is below it, as often as need be: not joined, which would take all tasks at once. */
    private static final String WITHIN = "(t.organisation in (select code from below($1, $2))) is true";

    /** $5 late only, $6 after. */
    private static final String WANTED = "(not $5 or t.state = 'OPEN' and t.due_on < $2) and t.task_id > $6";

    /**
     * Of an area with many others below it, such as a city: in the order of the tasks until there are enough. $3 kinds, $4 states, each
     * by itself, so that one of which there are few is not looked for among all others; BETWEEN says that of the index alone, while of
     * what is equal any index by task would have the order. $7 how many.
     */
    static final String LIST_FAR = """
            select t.* from unnest($3::text[]) k(kind) cross join unnest($4::text[]) s(state) cross join lateral (
                select %s
                from task t
                where t.kind between k.kind and k.kind and t.state between s.state and s.state and %s and %s
                order by t.kind, t.state, t.task_id limit $7) t
            order by t.task_id limit $7""".formatted(COLUMNS, WITHIN, WANTED);

    /** The same of an area with few others below it: of each the first ones. */
    static final String LIST_NEAR = """
            select t.* from below($1, $2) b cross join unnest($4::text[]) s(state) cross join lateral (
                select %s
                from task t
                where t.organisation = b.code and t.state = s.state and t.kind = any ($3) and %s
                order by t.task_id limit $7) t
            order by t.task_id limit $7""".formatted(COLUMNS, WANTED);

    /** The same, of what the area itself has to see to. */
    static final String LIST_HELD = """
            select %s
            from task t
            where t.held_by = $1 and t.state = 'OPEN' and t.kind = any ($3) and t.state = any ($4::text[]) and %s and %s
            order by t.task_id limit $7""".formatted(COLUMNS, WITHIN, WANTED);

    /** $1 area, $2 day. Of the area itself, and of each of its children with all below it. */
    static final String SUMMARY = """
            select b.child as area, o.name, o.level,
                   count(*) filter (where t.state = 'OPEN') as open,
                   count(*) filter (where t.state = 'OPEN' and t.due_on < $2) as overdue,
                   count(*) filter (where t.state = 'OPEN' and t.escalated_on is not null) as escalated,
                   count(*) filter (where t.state = 'DONE') as done
            from below($1, $2) b join task t on t.organisation = b.code
            join organisation o on o.code = b.child and holds(o.valid_from, o.valid_to, $2)
            group by b.child, o.name, o.level order by b.child""";

    /** $1 task, $2 stem of the area in which it must lie, or null, $3 day. */
    static final String FIND = "select " + COLUMNS + """
            , t.subject_name, t.subject_number
            from task t where t.task_id = $1 and ($2::text is null or lies_in(t.organisation, $2, $3))""";

    static final String INSERT = """
            insert into task (task_id, kind, organisation, held_by, person_id, since, due_on, escalates_on)
            values ($1, $2, $3, $3, $4, $5, $6, $7)""";

    static final String END = """
            update task set state = 'DONE', outcome = $2, done_on = $3, done_issuer = $4, done_by = $5, subject_name = null,
                            subject_number = null, subject_index = null
            where task_id = $1""";

    static final String END_OF = """
            update task set state = 'DONE', outcome = $3, done_on = $4, done_issuer = $5, done_by = $6
            where kind = $1 and reference = $2 and state = 'OPEN'""";

    static final String ALONE = "select pg_try_advisory_xact_lock(hashtextextended('work-list-sweep', 0)) as alone";

    static final String SWEPT = "select exists (select from work_list_sweep where day = $1 and ended) as swept";

    /** $2 how many came up now, $3 whether these were the last. */
    static final String KEEP_SWEEP = """
            insert into work_list_sweep as kept (day, escalated, ended) values ($1, $2, $3)
            on conflict (day) do update set escalated = kept.escalated + excluded.escalated, ended = excluded.ended""";

    /**
     * What came up before, and whose organisation has moved since the last sweep, goes to whoever is on that level, or next above it,
     * now; $1 today.
     */
    static final String FOLLOW_MOVES = """
            with recursive moved as (
                select code from organisation
                where valid_from between (select max(day) from work_list_sweep where day < $1) and $1
                  and holds(valid_from, valid_to, $1)
                union
                select o.code from moved m join organisation o on o.parent = m.code and holds(o.valid_from, o.valid_to, $1)
            ), up as (
                select t.task_id, rank_of(h.level) as rank, o.parent as code
                from task t join moved m on m.code = t.organisation
                join organisation h on h.code = t.held_by and holds(h.valid_from, h.valid_to, $1)
                join organisation o on o.code = t.organisation and holds(o.valid_from, o.valid_to, $1)
                where t.state = 'OPEN' and t.held_by <> t.organisation
                union all
                select u.task_id, u.rank, o.parent
                from up u join organisation o on o.code = u.code and holds(o.valid_from, o.valid_to, $1)
                where rank_of(o.level) < u.rank
            )
            update task t set held_by = u.code
            from up u join organisation o on o.code = u.code and holds(o.valid_from, o.valid_to, $1)
            where u.task_id = t.task_id and rank_of(o.level) >= u.rank and u.code <> t.held_by""";

    /** One level up, at most to a city; $1 today, $2 the day from which it comes up again, $3 how many. */
    static final String ESCALATE = """
            with late as (
                select task_id from task where state = 'OPEN' and escalates_on <= $1 order by escalates_on, task_id limit $3
                for update skip locked
            ), above as (
                select t.task_id, o.parent, p.level in ('CITY', 'PROVINCE') as top
                from task t join late using (task_id)
                left join organisation o on o.code = t.held_by and holds(o.valid_from, o.valid_to, $1)
                    and o.level not in ('CITY', 'PROVINCE')
                left join organisation p on p.code = o.parent and holds(p.valid_from, p.valid_to, $1)
            )
            update task t set held_by = coalesce(a.parent, t.held_by),
                              escalated_on = case when a.parent is null then t.escalated_on else $1 end,
                              escalates_on = case when a.parent is null or a.top then null else $2::date end
            from above a where a.task_id = t.task_id""";

    /** The days from which tasks run whose due day was not known. */
    static final String WITHOUT_DAY = """
            select distinct coalesce(escalated_on, since) as since, escalated_on is not null as again from task
            where state = 'OPEN' and escalates_on is null and (length(held_by) > 6 or right(held_by, 2) <> '00')""";

    static final String GIVE_DAY = """
            update task set due_on = coalesce(due_on, $3), escalates_on = $4
            where state = 'OPEN' and escalates_on is null and (escalated_on is not null) = $2
              and coalesce(escalated_on, since) = $1 and (length(held_by) > 6 or right(held_by, 2) <> '00')""";

    private TaskSql() {}
}
