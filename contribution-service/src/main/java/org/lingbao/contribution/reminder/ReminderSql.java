package org.lingbao.contribution.reminder;

import org.lingbao.contribution.ledger.Accounts;
import org.lingbao.platform.outbox.EventType;
import org.lingbao.platform.outbox.Outbox;

/** Bills whose window closes between {@code $1} and {@code $2}, and that could still be paid. */
final class ReminderSql {
    /** Key: the person. */
    private static final EventType WINDOW_CLOSING = new EventType("contribution", "person", "window-closing", 1);

    private ReminderSql() {}

    private static final String CLOSING = """
            b.paid_by is null and b.withdrawn_on is null and b.payable_until between $1 and $2 and not %s""".formatted(Accounts.unpayable("b"));

    /** Of the person {@code $3}, a row without a bill where nothing closes; to be completed with who may see them. */
    static String of(String reach) {
        return """
                select found.* from (select distinct person_id from relation where person_id = $3) who left join lateral (
                    select b.*, coalesce(b.first_month, b.adjusts_from) as begins, p.tier_percent,
                           case b.kind when 'YEAR' then 1 else b.months end as times
                    from bill b join plan p using (plan_id) where %s and b.person_id = who.person_id) found on true
                where %s order by found.payable_until, found.begins, found.bill_id""".formatted(CLOSING, reach);
    }

    /** A bucket, the persons between {@code $3} and {@code $4}; whoever was reminded of a bill is not reminded again. */
    private static final String DUE = """
            with due as (
                select b.bill_id, b.person_id, b.scheme, b.kind, b.payable_until, b.months
                from bill b where %s and b.person_id >= $3 and ($4::uuid is null or b.person_id < $4)
                  and not exists (select from reminder r where r.bill_id = b.bill_id)
            ), """.formatted(CLOSING);

    private static final String FIGURES = """
            select jsonb_build_object(
                'reminders', count(*), 'persons', count(distinct person_id),
                'months', coalesce(sum(case kind when 'MONTHS' then months else 0 end), 0)) as figures
            from %s""";

    static final String COUNT = DUE + "nothing as (select) " + FIGURES.formatted("due");

    /** {@code $5}: the trace. */
    static final String REMIND = DUE
            + """
            reminded as (
                insert into reminder (bill_id, person_id, closes_on, reminded_on)
                select bill_id, person_id, payable_until, $1 from due order by person_id, bill_id
                on conflict do nothing returning bill_id
            ), told as (
                select d.*, uuidv7() as event_id, cast($5 as text) as trace
                from due d join reminded using (bill_id) order by d.person_id, d.bill_id
            ), event as (%s) """.formatted(Outbox.insertOf(WINDOW_CLOSING, "event_id", "person_id", """
                cast(json_build_object('personId', person_id, 'billId', bill_id, 'scheme', scheme, 'kind', kind,
                                       'closesOn', payable_until) as text)""", "trace", "told"))
            + FIGURES.formatted("told");
}
