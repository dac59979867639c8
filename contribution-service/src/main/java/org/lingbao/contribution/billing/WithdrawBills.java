package org.lingbao.contribution.billing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.lingbao.platform.day.BusinessDay;

/** Takes back what is billed of months that are another relation's now, in the caller's transaction. */
@ApplicationScoped
public class WithdrawBills {
    /** What is not paid and reaches beyond the last month; its ids. */
    private static final String WITHDRAW = """
            with gone as (
                update bill b set withdrawn_on = $3 from plan p
                where p.plan_id = b.plan_id and p.relation_id = $1 and b.paid_by is null and b.withdrawn_on is null
                  and b.kind <> 'ADJUSTMENT' and b.first_month + make_interval(months => b.months - 1) > cast($2 as date)
                returning b.bill_id
            ), freed as (
                delete from bill_month m using gone where m.bill_id = gone.bill_id
            )
            select bill_id from gone""";

    /** The months of what was withdrawn just now (the bills {@code $4}) that are still the person's, billed alone; in a statement that sees them free. */
    private static final String BILL_THE_REST = """
            with rest as (
                select b.*, uuidv7() as new_id, 1 + months_from(b.first_month, $2) as left_months
                from bill b join plan p using (plan_id)
                where p.relation_id = $1 and b.bill_id = any($4) and b.kind = 'MONTHS' and b.first_month <= $2
                  and not exists (select from bill_month m where m.person_id = b.person_id and m.scheme = b.scheme
                      and m.month >= b.first_month and m.month <= $2)
            ), billed as (
                insert into bill (bill_id, plan_id, person_id, scheme, place, first_month, months, base_fen, account_fen,
                                  pooled_fen, medical_fen, amount_fen, payable_until, issued_on, channels)
                select new_id, plan_id, person_id, scheme, place, first_month, left_months, base_fen, account_fen,
                       pooled_fen, medical_fen, left_months * (account_fen + pooled_fen + medical_fen), payable_until, $3,
                       channels
                from rest returning *
            )
            insert into bill_month (person_id, scheme, month, bill_id)
            select b.person_id, b.scheme, (b.first_month + make_interval(months => later))::date, b.bill_id
            from billed b cross join lateral generate_series(0, b.months - 1) later""";

    private final BusinessDay day;

    WithdrawBills(BusinessDay day) {
        this.day = day;
    }

    /** What is billed and not paid beyond the relation's last month; its months up to that one are billed anew, alone. */
    public Uni<Void> beyond(SqlConnection transaction, UUID relation, YearMonth last) {
        return transaction
                .preparedQuery(WITHDRAW)
                .execute(Tuple.of(relation, last.atDay(1), day.today()))
                .map(gone -> StreamSupport.stream(gone.spliterator(), false)
                        .map(row -> row.getUUID("bill_id"))
                        .toArray(UUID[]::new))
                .chain(gone -> transaction
                        .preparedQuery(BILL_THE_REST)
                        .execute(Tuple.of(relation, last.atDay(1), day.today()).addArrayOfUUID(gone)))
                .replaceWithVoid();
    }
}
