package org.lingbao.contribution.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.contribution.Assessment;
import org.lingbao.rules.contribution.Assessment.Assessed;
import org.lingbao.rules.contribution.Assessment.Refused;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Trace;

/**
 * What a choice would cost (应缴试算), or every reason why it cannot be taken. It binds nobody: a plan does.
 *
 * @param base in yuan a month
 * @param pension one month in yuan, of which {@code account} goes to the individual account and {@code pooled} to the fund
 * @param total of the period in yuan
 * @param provisional whether the base was chosen from last year's limits or tiers, because this year's are not published yet
 * @param explanation how the answer was reached
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AssessmentView(
        boolean accepted,
        @Nullable String base,
        @Nullable String pension,
        @Nullable String account,
        @Nullable String pooled,
        @Nullable String medical,
        @Nullable List<YearMonth> months,
        @Nullable String total,
        @Nullable LocalDate payableUntil,
        @Nullable Boolean provisional,
        List<ReasonView> reasons,
        Trace explanation) {

    /** @param citation the article it rests on */
    record ReasonView(String code, String citation) {}

    static AssessmentView of(Explained<Assessment> answer) {
        return switch (answer.value()) {
            case Assessed assessed -> accepted(assessed, answer.trace());
            case Refused refused ->
                new AssessmentView(
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        refused.reasons().stream()
                                .map(reason -> new ReasonView(
                                        reason.code(), reason.citation().text()))
                                .toList(),
                        answer.trace());
        };
    }

    private static AssessmentView accepted(Assessed assessed, Trace explanation) {
        var monthly = assessed.monthly();
        var medical = monthly.medical();
        return new AssessmentView(
                true,
                assessed.base().toYuan(),
                monthly.pension().toYuan(),
                monthly.account().toYuan(),
                monthly.pooled().toYuan(),
                medical == null ? null : medical.toYuan(),
                assessed.months(),
                assessed.total().toYuan(),
                assessed.payableUntil(),
                assessed.provisional(),
                List.of(),
                explanation);
    }
}
