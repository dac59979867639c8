package org.lingbao.contribution.insured;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import org.lingbao.contribution.billing.BillAgain;
import org.lingbao.contribution.billing.WithdrawBills;

/** Ends the plans of who has died, and lets them go on where the death was recorded by mistake. */
@ApplicationScoped
class DeathRows {
    /** So that the statements after it see what was chosen meanwhile. */
    private static final String LOCK_ALL =
            "select relation_id from relation where person_id = $1 order by relation_id for update";

    /** What each had before is kept; taken again, the first counts. */
    private static final String END_ALL_PLANS = """
            with cut as (
                select plan_id, until_month, greatest($2, cast(from_month - interval '1 month' as date)) as ended_with
                from plan where person_id = $1 and coalesce(until_month > $2, true)
            ), kept as (
                insert into plan_ended_by_death (plan_id, until_month, ended_with)
                select plan_id, until_month, ended_with from cut on conflict (plan_id) do nothing
            )
            update plan p set until_month = cut.ended_with from cut where p.plan_id = cut.plan_id""";

    /**
     * Those that nothing else has ended, as far as their relation goes now; none beside another that has a month after the death, for
     * the person has chosen anew.
     */
    private static final String GO_ON = """
            with ended as (
                delete from plan_ended_by_death e using plan p where p.plan_id = e.plan_id and p.person_id = $1
                returning e.plan_id, e.until_month, e.ended_with
            )
            update plan p set until_month = least(e.until_month, r.to_month)
            from ended e cross join relation r
            where p.plan_id = e.plan_id and p.until_month = e.ended_with and r.relation_id = p.relation_id
              and (r.to_month is null or r.to_month > e.ended_with)
              and not exists (select from plan other where other.person_id = p.person_id and other.scheme = p.scheme
                  and other.plan_id not in (select plan_id from ended)
                  and (other.until_month is null or other.until_month > e.ended_with))
            returning p.relation_id""";

    private final WithdrawBills bills;
    private final BillAgain again;

    DeathRows(WithdrawBills bills, BillAgain again) {
        this.bills = bills;
        this.again = again;
    }

    /** The month of the death is the last of every plan; what is billed beyond it and not paid is void. */
    Uni<Void> deceased(SqlConnection transaction, PersonDeceased event) {
        var last = event.last();
        return lock(transaction, event.personId())
                .call(() -> transaction.preparedQuery(END_ALL_PLANS).execute(Tuple.of(event.personId(), last.atDay(1))))
                .chain(relations -> each(relations, relation -> bills.beyond(transaction, relation, last)));
    }

    /**
     * As if the death had never been told, as far as that is certain. The business month is billed at once; the months that passed
     * meanwhile are not, for whether they may still be paid is the agency's to say.
     */
    Uni<Void> withdrawn(SqlConnection transaction, PersonDeathWithdrawn event) {
        return lock(transaction, event.personId())
                .chain(() -> transaction.preparedQuery(GO_ON).execute(Tuple.of(event.personId())))
                .chain(relations -> each(relations, relation -> again.now(transaction, relation)));
    }

    private static Uni<RowSet<Row>> lock(SqlConnection transaction, UUID person) {
        return transaction.preparedQuery(LOCK_ALL).execute(Tuple.of(person));
    }

    private static Uni<Void> each(RowSet<Row> relations, Function<UUID, Uni<Void>> action) {
        return Multi.createFrom()
                .iterable(relations)
                .onItem()
                .transformToUniAndConcatenate(row -> action.apply(row.getUUID("relation_id")))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
