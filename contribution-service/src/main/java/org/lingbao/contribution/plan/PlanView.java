package org.lingbao.contribution.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.billing.IssuedBill;
import org.lingbao.rules.contribution.Monthly;
import org.lingbao.rules.trace.Trace;

/**
 * A chosen plan with its first bill and how its amounts were calculated.
 *
 * @param base the monthly base in yuan: the chosen one, or what follows from the tier
 * @param total of one period, in yuan
 * @param provisional whether the base was chosen from last year's limits or tiers, because this year's are not published yet
 * @param replaces the plan that ends with the month before; absent: there was none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanView(
        UUID planId,
        UUID personId,
        String scheme,
        String place,
        String base,
        @Nullable Integer tierPercent,
        String period,
        YearMonth from,
        Parts monthly,
        String total,
        Bill bill,
        boolean provisional,
        @Nullable UUID replaces,
        Trace calculation) {

    /** One month in yuan. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Parts(
            String pension,
            String account,
            String pooled,
            @Nullable String medical) {
        static Parts of(Monthly monthly) {
            var medical = monthly.medical();
            return new Parts(
                    monthly.pension().toYuan(),
                    monthly.account().toYuan(),
                    monthly.pooled().toYuan(),
                    medical == null ? null : medical.toYuan());
        }
    }

    /** The first bill. */
    record Bill(UUID billId, List<YearMonth> months, String amount, LocalDate payableUntil) {
        static Bill of(IssuedBill bill) {
            return new Bill(bill.id(), bill.months(), bill.amount().toYuan(), bill.payableUntil());
        }
    }

    static PlanView of(UUID plan, WritePlan.Decided decided, IssuedBill bill) {
        var wish = decided.wish();
        var assessed = decided.assessed();
        return new PlanView(
                plan,
                wish.person(),
                wish.scheme().name(),
                decided.relation().place().code(),
                assessed.base().toYuan(),
                wish.tierPercent(),
                wish.period().name(),
                wish.from(),
                Parts.of(assessed.monthly()),
                assessed.total().toYuan(),
                Bill.of(bill),
                assessed.provisional(),
                decided.replaces(),
                decided.trace());
    }
}
