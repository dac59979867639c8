package org.lingbao.contribution.billing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.lingbao.contribution.ledger.Accounts;
import org.lingbao.platform.day.BusinessDay;

/** Takes back what is billed of months that are another relation's now, or paused, in the caller's transaction. */
@ApplicationScoped
public class WithdrawBills {
    /** What of the relation {@code $1} is not paid and has months of these; its ids. {@code $2}: today. */
    private static String withdraw(String which) {
        return """
            with gone as (
                update bill b set withdrawn_on = $2 from plan p join relation r using (relation_id)
                where b.person_id = (select person_id from relation where relation_id = $1) and b.plan_id = p.plan_id
                  and r.relation_id = $1 and b.paid_by is null and b.withdrawn_on is null and b.kind <> 'ADJUSTMENT' and %s
                returning b.bill_id, b.person_id, b.scheme
            ), freed as (
                delete from bill_month m using gone
                where m.person_id = gone.person_id and m.scheme = gone.scheme and m.bill_id = gone.bill_id
            )
            select bill_id from gone""".formatted(which);
    }

    /**
     * The months of what was withdrawn just now (the bills {@code $3}) up to the last one that is still to be paid, billed alone; in a
     * statement that sees them free.
     */
    private static String billTheRest(String last) {
        return """
            with rest as (
                select b.*, uuidv7() as new_id, 1 + months_from(b.first_month, until.last) as left_months
                from bill b join plan p using (plan_id) join relation r on r.relation_id = p.relation_id
                    cross join lateral (select cast(%s as date) as last) until
                where r.relation_id = $1 and b.bill_id = any($3) and b.kind = 'MONTHS' and b.first_month <= until.last
                  and not exists (select from bill_month m where m.person_id = b.person_id and m.scheme = b.scheme
                      and m.month >= b.first_month and m.month <= until.last)
            ), billed as (
                insert into bill (bill_id, plan_id, person_id, scheme, place, first_month, months, base_fen, account_fen,
                                  pooled_fen, medical_fen, amount_fen, payable_until, issued_on, channels)
                select new_id, plan_id, person_id, scheme, place, first_month, left_months, base_fen, account_fen,
                       pooled_fen, medical_fen, left_months * (account_fen + pooled_fen + medical_fen), payable_until, $2,
                       channels
                from rest returning *
            )
            insert into bill_month (person_id, scheme, month, bill_id)
            select b.person_id, b.scheme, (b.first_month + make_interval(months => later))::date, b.bill_id
            from billed b cross join lateral generate_series(0, b.months - 1) later""".formatted(last);
    }

    private static final String BEYOND =
            withdraw("b.first_month + make_interval(months => b.months - 1) > cast($3 as date)");
    private static final String REST_BEFORE = billTheRest("$4");

    private static final String PAUSED = withdraw("r.paused && " + Accounts.rangeOf("b.first_month", "b.months"));
    private static final String REST_UNPAUSED =
            billTheRest("lower(r.paused * datemultirange(daterange(b.first_month, null))) - interval '1 month'");

    private final BusinessDay day;

    WithdrawBills(BusinessDay day) {
        this.day = day;
    }

    /** What is billed and not paid beyond the relation's last month; its months up to that one are billed anew, alone. */
    public Uni<Void> beyond(SqlConnection transaction, UUID relation, YearMonth last) {
        var today = day.today();
        return ids(transaction, BEYOND, Tuple.of(relation, today, last.atDay(1)))
                .chain(gone -> transaction
                        .preparedQuery(REST_BEFORE)
                        .execute(Tuple.of(relation, today).addArrayOfUUID(gone).addLocalDate(last.atDay(1))))
                .replaceWithVoid();
    }

    /**
     * What is billed of the relation's paused months and not paid; the months of such a bill before the pause are billed anew, alone.
     * Those after it are billed when they come.
     */
    public Uni<Void> paused(SqlConnection transaction, UUID relation) {
        var today = day.today();
        return ids(transaction, PAUSED, Tuple.of(relation, today))
                .chain(gone -> transaction
                        .preparedQuery(REST_UNPAUSED)
                        .execute(Tuple.of(relation, today).addArrayOfUUID(gone)))
                .replaceWithVoid();
    }

    private static Uni<UUID[]> ids(SqlConnection transaction, String withdraw, Tuple which) {
        return transaction
                .preparedQuery(withdraw)
                .execute(which)
                .map(gone -> StreamSupport.stream(gone.spliterator(), false)
                        .map(row -> row.getUUID("bill_id"))
                        .toArray(UUID[]::new));
    }
}
