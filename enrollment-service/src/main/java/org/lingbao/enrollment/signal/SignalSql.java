package org.lingbao.enrollment.signal;

import org.lingbao.enrollment.worklist.WorkLists;
import org.lingbao.enrollment.worklist.domain.Kind;

/** The statements of this feature. */
final class SignalSql {
    static final String ALONE = "select pg_try_advisory_xact_lock(hashtextextended('signal-sweep', 0)) as alone";

    private static final String DONE =
            "from signal s join task t on t.kind = 'SIGNAL_REVIEW' and t.reference = s.signal_id where s.kind = '%1$s' and t.state = ";

    /**
     * $1 first day, $2 today, $3 persons, $4 from when this threshold holds, $5 its days, $6 its status, then the days of tasks. What
     * was looked at counts no more; a signal that is open grows.
     */
    private static final String SWEEP = """
            with looked_at as materialized (select s.subject, max(t.done_on) as done_on """ + " " + DONE + """
            'DONE' group by s.subject
            ), found as materialized (
                select x.* from (%2$s) x(subject, id, person_id, place, first_on, last_on) left join looked_at l using (subject)
                where l.done_on is null or x.first_on > l.done_on
            ), many as materialized (
                select subject, count(distinct person_id) as persons, count(*) as enrollments, min(first_on) as first_on,
                       max(last_on) as last_on,
                       case when count(distinct place) = 1 then min(place)
                            when count(distinct left(place, 4)) = 1 then left(min(place), 4) || '00'
                            else left(min(place), 2) || '0000' end as area
                from found group by subject having count(distinct person_id) >= $3::int
            ), open as materialized (select s.signal_id, s.subject """ + " " + DONE + """
            'OPEN'
            ), grown as (
                update signal s set persons = m.persons, enrollments = m.enrollments, first_on = m.first_on, last_on = m.last_on
                from many m join open o using (subject)
                where s.signal_id = o.signal_id and s.enrollments <> m.enrollments returning s.signal_id, s.subject
            ), made as (
                insert into signal (signal_id, kind, subject, area, persons, enrollments, first_on, last_on, threshold_persons,
                                    threshold_from, threshold_days, threshold_status, seen_on)
                select uuidv7(), '%1$s', subject, area, persons, enrollments, first_on, last_on, $3::int, $4::date, $5::int, $6::text, $2
                from many where subject not in (select subject from open) returning signal_id, subject, area
            ), evidence as (
                insert into signal_enrollment (signal_id, application_id)
                select b.signal_id, f.id from (select signal_id, subject from grown union all select signal_id, subject from made) b
                join found f using (subject) on conflict do nothing
            ), tasks as (
            """
            + WorkLists.insertOf(
                            Kind.SIGNAL_REVIEW,
                            "area",
                            "signal_id",
                            new WorkLists.Somebody("null::bytea", "null::bytea", "null::bytea"),
                            7,
                            "made")
                    .replace("%", "%%")
            + """

            )
            select (select count(*) from made) as made, (select count(*) from grown) as grown""";

    /**
     * The accepted applications, whenever decided, of whom somebody paid for in the days. Who was looked at with the payer counts no
     * more, however often they are paid for; who was merged is the survivor.
     */
    private static final String PAID_FOR = """
            select b.subject, a.id, b.person_id, a.place, b.first_on, b.last_on
            from (select encode(f.payer, 'hex') as subject, survivor_of(f.person_id) as person_id,
                         min(f.first_on) as first_on, max(f.last_on) as last_on
                  from paid_for f
                  where f.payer in (select payer from paid_for where last_on >= $1 group by payer having count(*) >= $3::int)
                  group by 1, 2 having max(f.last_on) >= $1) b
            cross join lateral same_person(b.person_id) one(id)
            join application a on a.person_id = one.id and a.outcome = 'ACCEPTED'""";

    private static final String COLUMNS = """
            s.signal_id, s.kind, s.subject, s.area, s.persons, s.enrollments, s.first_on, s.last_on, s.threshold_from,
            s.threshold_persons, s.threshold_days, s.threshold_status, s.seen_on, t.task_id, t.held_by, t.due_on, t.state, t.outcome,
            t.done_on from signal s join task t on t.kind = 'SIGNAL_REVIEW' and t.reference = s.signal_id""";

    /** $1 area, $2 day of the tree, $3 kind, $4 state, $5 after, $6 how many. */
    static final String LIST = "select " + COLUMNS + """

            where s.area in (select code from below($1, $2)) and ($3::text is null or s.kind = $3) and ($4::text is null or t.state = $4)
              and ($5::uuid is null or s.signal_id > $5)
            order by s.signal_id limit $6""";

    /** $1 signal, $2 stem of the area in which it must lie, or null, $3 day. */
    static final String FIND =
            "select " + COLUMNS + " where s.signal_id = $1 and ($2::text is null or lies_in(s.area, $2, $3))";

    static final String ENROLLMENTS =
            "select application_id from signal_enrollment where signal_id = $1 order by application_id limit $2";

    private SignalSql() {}

    static String sweep(Behind kind) {
        return SWEEP.formatted(
                kind,
                switch (kind) {
                    case PHONE ->
                        decided(
                                "select encode(p.phone_index, 'hex') as subject from person p where p.id = a.person_id and p.phone_index is not null");
                    case DEVICE -> decided("select a.device as subject where a.device is not null");
                    case OPERATOR -> decided("""
                            select a.actor_issuer || ' ' || a.actor_subject as subject
                            where not exists (select from login l where l.issuer = a.actor_issuer and l.subject = a.actor_subject
                                and l.person_id = a.person_id)""");
                    case PAYER -> PAID_FOR;
                });
    }

    /** The accepted applications of the days, each with what is behind it. */
    private static String decided(String behind) {
        return """
                select b.subject, a.id, a.person_id, a.place, a.decided_on, a.decided_on
                from application a cross join lateral (%s) b
                where a.outcome = 'ACCEPTED' and a.decided_on between $1 and $2""".formatted(behind);
    }
}
