package org.lingbao.contribution.attempt;

import org.lingbao.asking.scope.Reach;
import org.lingbao.contribution.ledger.Accounts;

/**
 * The statements about attempts. What came of an attempt's money is read from the receipt under its reference and written
 * nowhere else: a payment is booked without a look at attempts, and money that came is stronger than any word about it.
 */
final class AttemptSql {
    private AttemptSql() {}

    /** An app's holder has the person in it: two persons' apps know nothing of each other's references. */
    private static final String HOLDER =
            "case cast($%1$d as text) when 'APP' then cast($%2$d as text) || '/' || b.person_id else $%2$d end";

    private static final String STATE = """
            case when r.bill_id = t.bill_id then r.outcome
                 when t.channel = 'APP' and b.paid_by is not null then 'PAID'
                 when t.released_at is not null or r.receipt_id is not null then 'GIVEN_UP'
                 when t.in_flight_until > $1 then 'IN_FLIGHT' else 'UNKNOWN' end""";

    /** {@code $1}: now; {@code $2}: today. */
    private static final String COLUMNS = """
            select t.*, %s as state, r.receipt_number,
                   case when b.paid_by is not null then 'PAID' when b.withdrawn_on is not null then 'WITHDRAWN'
                        when b.payable_until < $2 then 'CLOSED' else 'OPEN' end as bill_status
            """.formatted(STATE);

    private static final String FROM = """
            from attempt t join bill b on b.bill_id = t.bill_id
                left join receipt r on r.bank = t.holder and r.reference = t.reference
            """;

    /** The money of attempt {@code t} has come, or its reference stands for other money. Looked up row by row: it is for few. */
    static final String SETTLED = """
            ((select r.receipt_id from receipt r where r.bank = t.holder and r.reference = t.reference) is not null
             or t.channel = 'APP' and (select b.paid_by from bill b where b.bill_id = t.bill_id) is not null)""";

    /**
     * One attempt at a time: {@code attempt_holds_bill} sees to it, and no lock of the bill keeps its payment waiting. {@code $1}:
     * the bill; {@code $2} to {@code $6}: id, channel, code, terminal, reference; {@code $7}: now; {@code $8}: until when at most;
     * {@code $9}: when today ends; {@code $10}: today; {@code $11}: a bureau's area. No row: there is no such bill for this channel.
     * {@code begun} is null where it could not be, for the reasons, or for what {@link #FIND} finds.
     */
    static final String BEGIN =
            """
            with asked as (
                select b.bill_id, b.amount_fen, b.payable_until, %s as held_by,
                       array_remove(array[
                           case when exists (select from receipt r where r.bank = $4 and r.reference = $6) then 'REPORTED' end,
                           case when b.paid_by is not null then 'PAID' end,
                           case when b.withdrawn_on is not null then 'WITHDRAWN' end,
                           case when b.payable_until < $10 then 'CLOSED' end,
                           case when %s then 'MOVED' end], null) as reasons
                from bill b where b.bill_id = $1 and %s
            ), begun as (
                insert into attempt (attempt_id, bill_id, channel, holder, terminal, reference, amount_fen, begun_at,
                                     in_flight_until)
                select cast($2 as uuid), bill_id, $3, held_by, cast($5 as text), $6, amount_fen, cast($7 as timestamptz),
                       least(cast($8 as timestamptz), cast($9 as timestamptz) + (payable_until - cast($10 as date)) * interval '24 hours')
                from asked where reasons = '{}'
                on conflict do nothing returning *
            )
            select a.reasons, a.payable_until, t.attempt_id is not null as begun, t.*, 'IN_FLIGHT' as state,
                   'OPEN' as bill_status, cast(null as text) as receipt_number
            from asked a left join begun t on t.bill_id = a.bill_id""".formatted(HOLDER.formatted(3, 4), Accounts.unpayable("b"), Reach.condition("b.person_id", """
                            case cast($3 as text)
                                when 'TAX_BUREAU' then 'TAX_BUREAU' = any (b.channels) and starts_with(b.place, $11)
                                else 'BANK_TERMINAL' = any (b.channels) end""", 12));

    /** What this channel ({@code $3}, {@code $4}) began under the reference {@code $5}, and what holds the bill {@code $6}. */
    static final String FIND = COLUMNS + ", t.reference = $5 and t.holder = h.holder as own " + FROM
            + """
            cross join (select %s as holder from bill b where b.bill_id = $6) h
            where t.attempt_id in (select attempt_id from attempt where reference = $5
                                   union all select attempt_id from attempt where bill_id = $6 and released_at is null)
              and (t.bill_id = $6 or t.holder = h.holder)""".formatted(HOLDER.formatted(3, 4));

    /** At {@code $1} the bill {@code $2} is held no longer by an attempt whose money came. */
    static final String RELEASE = """
            update attempt t set released_at = $1, released_by = 'PAYMENT'
            where t.bill_id = $2 and t.released_at is null and """ + " " + SETTLED;

    /** The same of all bills, at most {@code $2}. */
    static final String RELEASE_ALL = """
            update attempt set released_at = $1, released_by = 'PAYMENT'
            where attempt_id in (select t.attempt_id from attempt t where t.released_at is null and %s
                                 order by t.in_flight_until limit $2 for update skip locked)""".formatted(SETTLED);

    private static String within(int from) {
        return Reach.condition(
                "b.person_id",
                "t.holder = $%1$d and (cast($%2$d as text) is null or t.terminal = $%2$d)"
                        .formatted(from + 1, from + 2),
                from);
    }

    /** The attempt {@code $3}. */
    static final String ONE = COLUMNS + FROM + "where t.attempt_id = $3 and " + within(4);

    /** Those under the reference {@code $3}, whatever became of them: one of a channel. */
    static final String OF_REFERENCE =
            COLUMNS + FROM + "where t.reference = $3 and " + within(4) + " order by t.attempt_id";

    /** Those that hold bills, of the state {@code $3}, after {@code $4}, at most {@code $5}. */
    static final String HELD = """
            select * from (%s where t.released_at is null and (cast($4 as uuid) is null or t.attempt_id > $4) and %s) held
            where state = $3 order by attempt_id limit $5""".formatted(COLUMNS + FROM, within(6));

    /**
     * At {@code $1} the attempt {@code $2} is given up, by {@code $3}: CLERK, of an unknown outcome only, or CHANNEL, its own only;
     * {@code $4}: the client of an app. Not where money came.
     */
    static final String GIVE_UP = """
            update attempt t set released_at = $1, released_by = $3
            from bill b where b.bill_id = t.bill_id and t.attempt_id = $2 and t.released_at is null and not %s
              and case cast($3 as text) when 'CLERK' then t.in_flight_until <= $1 else true end
              and case when cast($5 as text) = 'OWN' then t.channel = 'APP' and t.holder = cast($4 as text) || '/' || b.person_id
                       else true end
              and %s""".formatted(SETTLED, within(5));

    /** How many hold bills although their time has passed, and no money came. */
    static final String UNKNOWN =
            " from attempt t where t.released_at is null and t.in_flight_until <= clock_timestamp() and not " + SETTLED;
}
