package org.lingbao.contribution.billing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.UUID;
import org.lingbao.platform.day.BusinessDay;

/** Takes back what is billed of months that are another relation's now, in the caller's transaction. */
@ApplicationScoped
public class WithdrawBills {
    /** What is not paid and reaches beyond the last month. */
    private static final String WITHDRAW = """
            with gone as (
                update bill b set withdrawn_on = $3 from plan p
                where p.plan_id = b.plan_id and p.relation_id = $1 and b.paid_by is null and b.withdrawn_on is null
                  and b.kind <> 'ADJUSTMENT' and b.first_month + make_interval(months => b.months - 1) > cast($2 as date)
                returning b.bill_id
            )
            delete from bill_month m using gone where m.bill_id = gone.bill_id""";

    /** The months of what was withdrawn that are still the person's, billed alone; in a statement that sees them free. */
    private static final String BILL_THE_REST = """
            with rest as (
                select distinct on (b.first_month) b.*, uuidv7() as new_id, 1 + months_from(b.first_month, $2) as left_months
                from bill b join plan p using (plan_id)
                where p.relation_id = $1 and b.withdrawn_on is not null and b.kind = 'MONTHS' and b.first_month <= $2
                  and not exists (select from bill_month m where m.person_id = b.person_id and m.scheme = b.scheme
                      and m.month >= b.first_month and m.month <= $2)
                order by b.first_month, b.bill_id desc
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
        var beyond = Tuple.of(relation, last.atDay(1), day.today());
        return transaction
                .preparedQuery(WITHDRAW)
                .execute(beyond)
                .chain(() -> transaction.preparedQuery(BILL_THE_REST).execute(beyond))
                .replaceWithVoid();
    }
}
