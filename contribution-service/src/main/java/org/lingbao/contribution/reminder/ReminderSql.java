package org.lingbao.contribution.reminder;

import org.lingbao.contribution.ledger.Accounts;
import org.lingbao.platform.outbox.EventType;
import org.lingbao.platform.outbox.Outbox;

/** Bills whose window closes between {@code $1} and {@code $2}, and that could still be paid; and months that could not be billed. */
final class ReminderSql {
    /** Key: the person. */
    private static final EventType WINDOW_CLOSING = new EventType("contribution", "person", "window-closing", 1);

    /** Key: the person. */
    private static final EventType MONTH_NOT_BILLED = new EventType("contribution", "person", "month-not-billed", 1);

    private ReminderSql() {}

    private static final String CLOSING = """
            b.paid_by is null and b.withdrawn_on is null and b.payable_until between $1 and $2 and not %s""".formatted(Accounts.unpayable("b"));

    /** Of the person {@code $3}, a row without a bill where nothing closes; to be completed with who may see them. */
    static String of(String reach) {
        return """
                select found.* from (select distinct person_id from relation where person_id = $3) who left join lateral (
                    select b.*, coalesce(b.first_month, b.adjusts_from) as begins, p.tier_percent,
                           case b.kind when 'YEAR' then 1 else b.months end as times
                    from bill b join plan p using (plan_id) where %s and b.person_id = $3) found on true
                where %s order by found.payable_until, found.begins, found.bill_id""".formatted(CLOSING, reach);
    }

    /** A bucket, the persons between {@code $3} and {@code $4}; whoever was reminded of a bill is not reminded again. */
    private static final String DUE = """
            with due as (
                select b.bill_id, b.person_id, b.scheme, b.kind, b.payable_until, b.months
                from bill b where %s and b.person_id >= $3 and ($4::uuid is null or b.person_id < $4)
                  and not exists (select from reminder r where r.bill_id = b.bill_id)
            ), """.formatted(CLOSING);

    private static final String UNTOLD = """
            told_on is null and person_id >= $3 and ($4::uuid is null or person_id < $4)""";

    private static final String FIGURES = """
            select jsonb_build_object(
                'reminders', count(*), 'persons', count(distinct person_id),
                'months', coalesce(sum(case kind when 'MONTHS' then months else 0 end), 0),
                'notBilled', (select count(*) from %s)) as figures
            from %s""";

    static final String COUNT =
            DUE + "untold as (select from not_billed where " + UNTOLD + ") " + FIGURES.formatted("untold", "due");

    /** {@code $5}: the trace. */
    static final String REMIND = DUE
            + """
            reminded as (
                insert into reminder (bill_id, person_id, closes_on, reminded_on)
                select bill_id, person_id, payable_until, $1 from due order by person_id, bill_id
                on conflict do nothing returning bill_id
            ), closing as (
                select d.* from due d join reminded using (bill_id)
            ), unbilled as (
                update not_billed set told_on = $1 where %s returning *
            ), told as (
                select uuidv7() as event_id, person_id, '%s' as type,
                       cast(json_build_object('personId', person_id, 'billId', bill_id, 'scheme', scheme, 'kind', kind,
                                              'closesOn', payable_until) as text) as payload
                from closing
                union all
                select uuidv7(), person_id, '%s',
                       cast(json_build_object('personId', person_id, 'planId', plan_id, 'scheme', scheme,
                                              'month', to_char(month, 'YYYY-MM'), 'reasons', reasons) as text)
                from unbilled
                order by person_id
            ), event as (%s) """.formatted(
                            UNTOLD,
                            WINDOW_CLOSING.ce(),
                            MONTH_NOT_BILLED.ce(),
                            Outbox.insertOf(
                                    WINDOW_CLOSING.topic(),
                                    "type",
                                    "event_id",
                                    "person_id",
                                    "payload",
                                    "cast($5 as text)",
                                    "told"))
            + FIGURES.formatted("unbilled", "closing");

    /** Of the person {@code $1}, since the month {@code $2}: what is not billed yet and still wished. */
    static final String NOT_BILLED = """
            select n.plan_id, n.month, p.place, p.scheme, p.base_fen, cast(p.tier_percent as int) as tier_percent,
                   case when months_from(p.from_month, n.month) % p.period_months = 0 then p.period_months else 1 end as period_months
            from not_billed n join plan p using (plan_id)
            where n.person_id in (select id from same_person($1)) and n.month >= $2
              and coalesce(p.until_month, n.month) >= n.month
              and not exists (select from bill_month m where m.person_id = n.person_id and m.scheme = n.scheme and m.month = n.month)
            order by n.month, n.plan_id""";
}
