package org.lingbao.contribution.plan;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.scope.Reach;
import org.lingbao.contribution.attempt.InFlight;
import org.lingbao.contribution.plan.domain.Changeable;
import org.lingbao.platform.identity.AccessScope;

/** The plans by months; a resident's plan of one year is not among them. */
final class Plans {
    private static final String FIND =
            "select " + Plan.COLUMNS + " from plan p where p.plan_id = $1 and p.yearly_fen is null and "
                    + Reach.condition("p.person_id", "false", 2);

    private static final String LIST = "select " + Plan.COLUMNS
            + " from plan p where p.person_id in (select id from same_person($1)) and p.yearly_fen is null and "
            + Reach.condition("p.person_id", "false", 2) + " order by p.from_month, p.plan_id";

    private static final String END = "update plan set until_month = $2 where plan_id = $1";

    /**
     * Locks what is billed of a month {@code $3} and later ones, in the order in which payments lock bills, and says which is the
     * last month that is settled: paid by whomever, or come by a transfer; and from which month on a channel may be taking money.
     */
    private static final String STANDING = """
            with billed as materialized (
                select b.bill_id, b.first_month, b.months, b.paid_by from bill b
                where b.person_id = $1 and b.scheme = $2 and b.kind = 'MONTHS' and b.withdrawn_on is null
                  and b.first_month + make_interval(months => b.months - 1) >= cast($3 as date)
                order by b.bill_id for update
            )
            select greatest(
                (select cast(max(first_month + make_interval(months => months - 1)) as date) from billed
                 where paid_by is not null),
                (select cast(upper(credited * datemultirange(daterange($3, null))) - interval '1 month' as date)
                 from account_balance where account_kind = 'PERSON' and account_owner = $1 || '/' || $2
                   and account_shard = 0)) as through,
                (select min(first_month) from billed where paid_by is null and %s) as in_flight""".formatted(InFlight.holds("billed.bill_id"));

    private Plans() {}

    /** A plan that the caller may see. */
    static Uni<Optional<Plan>> find(SqlConnection transaction, AccessScope scope, UUID plan) {
        return find(transaction, FIND, scope, plan);
    }

    /** The same, locked until the transaction ends. */
    static Uni<Optional<Plan>> lock(SqlConnection transaction, AccessScope scope, UUID plan) {
        return find(transaction, FIND + " for update of p", scope, plan);
    }

    private static Uni<Optional<Plan>> find(SqlConnection transaction, String statement, AccessScope scope, UUID plan) {
        return transaction
                .preparedQuery(statement)
                .execute(Reach.of(scope).addTo(Tuple.of(plan)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Plan::read)
                        .findFirst());
    }

    /** All that the caller may see of a person's, the earliest first. */
    static Uni<List<Plan>> of(SqlClient client, AccessScope scope, UUID person) {
        return client.preparedQuery(LIST)
                .execute(Reach.of(scope).addTo(Tuple.of(person)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Plan::read)
                        .toList());
    }

    /** From when on it can be changed, if at all from this month on. Nothing of it is paid until the transaction ends. */
    static Uni<Changeable> changeable(SqlConnection transaction, Plan plan, YearMonth month) {
        return transaction
                .preparedQuery(STANDING)
                .execute(Tuple.of(plan.person(), plan.scheme().name(), month.atDay(1)))
                .map(rows -> rows.iterator().next())
                .map(row -> plan.changeable(month(row, "through"), month(row, "in_flight")));
    }

    private static @Nullable YearMonth month(Row row, String column) {
        var day = row.getLocalDate(column);
        return day == null ? null : YearMonth.from(day);
    }

    /** The plan covers no month beyond this one. */
    static Uni<Void> end(SqlConnection transaction, Plan plan, YearMonth last) {
        return transaction
                .preparedQuery(END)
                .execute(Tuple.of(plan.id(), last.atDay(1)))
                .replaceWithVoid();
    }
}
