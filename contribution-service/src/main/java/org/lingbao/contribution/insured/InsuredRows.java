package org.lingbao.contribution.insured;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import org.lingbao.platform.day.BusinessDay;

/** Writes the projection: tables login, person_area and relation; and ends the plans of a relation that ends, with what is billed beyond it. */
@ApplicationScoped
class InsuredRows {
    private static final String LINK = """
            insert into login (issuer, subject, person_id) values ($1, $2, $3)
            on conflict (issuer, subject) do nothing""";

    private static final String ADD_AREA =
            "insert into person_area (person_id, place) values ($1, $2) on conflict do nothing";

    /** Told again it goes on, or its months are reckoned anew. */
    private static final String OPEN = """
            insert into relation
                (relation_id, person_id, scheme, place, standing, from_month, last_payable_month, opened_on, to_month)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (relation_id) do update set from_month = excluded.from_month, to_month = excluded.to_month""";

    private static final String CLOSE = """
            update relation set to_month = $2, from_month = coalesce($3, from_month) where relation_id = $1""";

    /** In a statement after the relation's lock, so that a plan that was chosen meanwhile is seen. */
    private static final String END_PLAN = """
            update plan set until_month = greatest($2, cast(from_month - interval '1 month' as date))
            where relation_id = $1 and coalesce(until_month > $2, true)""";

    /** What is not paid and reaches beyond the last month. */
    private static final String WITHDRAW = """
            with gone as (
                update bill b set withdrawn_on = $3 from plan p
                where p.plan_id = b.plan_id and p.relation_id = $1 and b.paid_by is null and b.withdrawn_on is null
                  and b.first_month + make_interval(months => b.months - 1) > cast($2 as date)
                returning b.bill_id
            )
            delete from bill_month m using gone where m.bill_id = gone.bill_id""";

    /** The months of what was withdrawn that are still the person's, billed alone; in a statement that sees them free. */
    private static final String BILL_THE_REST = """
            with rest as (
                select distinct on (b.first_month) b.*, uuidv7() as new_id, 1 + months_from(b.first_month, $2) as left_months
                from bill b join plan p using (plan_id)
                where p.relation_id = $1 and b.withdrawn_on is not null and b.first_month <= $2
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

    InsuredRows(BusinessDay day) {
        this.day = day;
    }

    Uni<Void> link(SqlConnection transaction, PersonRegistered event) {
        if (event.issuer() == null || event.subject() == null) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(LINK)
                .execute(Tuple.of(event.issuer(), event.subject(), event.personId()))
                .replaceWithVoid();
    }

    Uni<Void> addArea(SqlConnection transaction, PersonAreaAdded event) {
        return transaction
                .preparedQuery(ADD_AREA)
                .execute(Tuple.of(event.personId(), event.place()))
                .replaceWithVoid();
    }

    Uni<Void> open(SqlConnection transaction, RelationOpened event) {
        var lastPayable = event.lastPayableMonth();
        var to = event.to();
        return transaction
                .preparedQuery(OPEN)
                .execute(Tuple.from(Arrays.asList(
                        event.relationId(),
                        event.personId(),
                        event.scheme().name(),
                        event.place(),
                        event.standing(),
                        event.from().atDay(1),
                        lastPayable == null ? null : lastPayable.atDay(1),
                        event.openedOn(),
                        to == null ? null : to.atDay(1))))
                .replaceWithVoid();
    }

    Uni<Void> close(SqlConnection transaction, RelationClosed event) {
        var from = event.from();
        var last = Tuple.of(event.relationId(), event.to().atDay(1));
        return transaction
                .preparedQuery(CLOSE)
                .execute(Tuple.of(event.relationId(), event.to().atDay(1))
                        .addLocalDate(from == null ? null : from.atDay(1)))
                .chain(() -> transaction.preparedQuery(END_PLAN).execute(last))
                .chain(() -> event.losesMonths()
                        ? withdraw(transaction, event)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> withdraw(SqlConnection transaction, RelationClosed event) {
        var beyond = Tuple.of(event.relationId(), event.to().atDay(1), day.today());
        return transaction
                .preparedQuery(WITHDRAW)
                .execute(beyond)
                .chain(() -> transaction.preparedQuery(BILL_THE_REST).execute(beyond))
                .replaceWithVoid();
    }
}
