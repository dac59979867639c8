package org.lingbao.contribution.billing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.scope.Reach;
import org.lingbao.contribution.attempt.InFlight;
import org.lingbao.contribution.ledger.Accounts;
import org.lingbao.platform.audit.Disclosure;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.Caller;
import org.lingbao.rules.value.Money;

/** Finds a person's bills. */
@ApplicationScoped
class Bills {
    /** How many a page shows at most, and unless less are asked for. */
    static final int PAGE = 60;

    /** A bank sees only what can be paid now, of a person whose id it was given at the counter; the read is audited. */
    private static final String PAYABLE = "b.paid_by is null and b.withdrawn_on is null and b.payable_until >= $2"
            + " and 'BANK_TERMINAL' = any (b.channels) and not " + Accounts.unpayable("b");

    /** Each half of the bills has its index. */
    private static final String FOUND =
            """
            select * from (
                select b.*, coalesce(b.first_month, b.adjusts_from) as begins, r.receipt_number,
                       case when b.paid_by is not null then 'PAID' when b.payable_until < $2 or b.withdrawn_on is not null or %s then 'CLOSED'
                            else 'OPEN' end as status
                from (select * from bill where withdrawn_on is null
                      union all select * from bill where withdrawn_on is not null) b
                    left join receipt r on r.receipt_id = b.paid_by
                where b.person_id = any(array(select id from same_person($1))) and %s) found
            where (cast($3 as text) is null or status = $3)
              and (cast($4 as date) is null or (begins, bill_id) < ($4, cast($5 as uuid)))
            order by begins desc, bill_id desc limit $6""".formatted(Accounts.unpayable("b"), Reach.condition("b.person_id", PAYABLE, 8));

    /** What holds them is looked up for those of the page alone. */
    private static final String FIND = "select page.*, held.* from (" + FOUND + ") page "
            + InFlight.beside("page", "$7") + " order by begins desc, bill_id desc";

    private final Disclosure disclosure;
    private final BusinessDay day;
    private final Clock clock;

    Bills(Disclosure disclosure, BusinessDay day, Clock clock) {
        this.disclosure = disclosure;
        this.day = day;
        this.clock = clock;
    }

    /** What the query asks for besides the person. */
    enum Status {
        OPEN,
        PAID,
        CLOSED
    }

    /**
     * A page of them, the latest month first.
     *
     * @param after where the page before ended; null: from the beginning
     * @param most how many to show, at most {@link #PAGE}
     */
    Uni<BillView.Page> of(Caller caller, UUID person, @Nullable Status status, @Nullable BillCursor after, int most) {
        var asked = Tuple.of(person, day.today())
                .addString(status == null ? null : status.name())
                .addLocalDate(after == null ? null : after.month().atDay(1))
                .addUUID(after == null ? null : after.bill())
                .addInteger(most + 1)
                .addOffsetDateTime(OffsetDateTime.now(clock));
        var parameters = Reach.of(caller.scope()).addTo(asked);
        return disclosure
                .to(
                        caller,
                        "bills.read",
                        page -> person,
                        client -> client.preparedQuery(FIND)
                                .execute(parameters)
                                .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(page(rows, most))))
                .map(found -> found.orElseGet(() -> new BillView.Page(List.of(), null)));
    }

    private static BillView.Page page(RowSet<Row> rows, int most) {
        var bills = StreamSupport.stream(rows.spliterator(), false)
                .limit(most)
                .map(Bills::view)
                .toList();
        if (rows.size() <= most) {
            return new BillView.Page(bills, null);
        }
        var last = bills.getLast();
        return new BillView.Page(bills, new BillCursor(last.months().getFirst(), last.billId()).text());
    }

    private static BillView view(Row row) {
        var first = YearMonth.from(row.getLocalDate("begins"));
        long subsidy = row.getLong("subsidy_fen");
        return new BillView(
                row.getUUID("bill_id"),
                row.getUUID("person_id"),
                row.getString("scheme"),
                row.getString("place"),
                row.getString("kind"),
                row.getString("status"),
                Stream.iterate(first, month -> month.plusMonths(1))
                        .limit(row.getInteger("months"))
                        .toList(),
                new Money(row.getLong("base_fen")).toYuan(),
                new Money(row.getLong("amount_fen")).toYuan(),
                row.getLocalDate("payable_until"),
                List.of(row.getArrayOfStrings("channels")),
                subsidy == 0 ? null : new Money(subsidy).toYuan(),
                row.getUUID("adjusts"),
                InFlight.read(row),
                row.getString("receipt_number"));
    }
}
