package org.lingbao.contribution.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.forecast.Forecast;
import org.lingbao.rules.forecast.Forecast.Expected;
import org.lingbao.rules.forecast.Forecast.Refused;
import org.lingbao.rules.pension.MonthlyPension;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.trace.Trace;

/**
 * What a plan of paying on would give (养老金测算), or every reason why it cannot be. An estimate, never a promise.
 *
 * @param expected missing where there are reasons against the plan
 * @param status of the least sure value that it rests on
 * @param explanation how the answer was reached
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ForecastView(
        boolean possible, @Nullable ExpectedView expected, List<ReasonView> reasons, Status status, Trace explanation) {

    /** @param citation the article it rests on */
    record ReasonView(String code, String citation) {}

    /**
     * @param months contribution months by retirement
     * @param accountBalance in yuan, by retirement
     * @param paidIn all contributions of the plan, in yuan
     * @param pension what the formula gives a month; paid only where the minimum is reached
     */
    record ExpectedView(
            LocalDate retirement,
            AgeView age,
            String payoutMonths,
            int minimumMonths,
            int months,
            boolean minimumReached,
            String averageIndex,
            BaseWageView baseWage,
            CreditingRateView creditingRate,
            String accountBalance,
            String paidIn,
            PensionView pension) {
        static ExpectedView of(Expected expected) {
            return new ExpectedView(
                    expected.retirement(),
                    AgeView.of(expected.age()),
                    expected.payoutMonths().toString(),
                    expected.minimumMonths(),
                    expected.months(),
                    expected.minimumReached(),
                    expected.averageIndex().toString(),
                    BaseWageView.of(expected.baseWage()),
                    CreditingRateView.of(expected.creditingRate()),
                    expected.accountBalance().toYuan(),
                    expected.paidIn().toYuan(),
                    PensionView.of(expected.pension()));
        }
    }

    /** A month's pension and its parts, in yuan. */
    record PensionView(String basic, String account, String transitional, String total) {
        static PensionView of(MonthlyPension pension) {
            return new PensionView(
                    pension.basic().toYuan(),
                    pension.account().toYuan(),
                    pension.transitional().toYuan(),
                    pension.total().toYuan());
        }
    }

    static ForecastView of(Explained<Forecast> answer) {
        var trace = answer.trace();
        return switch (answer.value()) {
            case Expected expected ->
                new ForecastView(true, ExpectedView.of(expected), List.of(), trace.status(), trace);
            case Refused refused ->
                new ForecastView(
                        false,
                        null,
                        refused.reasons().stream()
                                .map(reason -> new ReasonView(
                                        reason.code(), reason.citation().text()))
                                .toList(),
                        trace.status(),
                        trace);
        };
    }
}
