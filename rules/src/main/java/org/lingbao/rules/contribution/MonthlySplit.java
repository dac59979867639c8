package org.lingbao.rules.contribution;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Rate;

/** Splits one month: the pension contribution and the account part are rounded, the pooled part is the rest. */
final class MonthlySplit {
    private static final String RULE = "contribution.monthly";

    private MonthlySplit() {}

    static Explained<Monthly> of(Money base, Question question) {
        var law = question.law();
        var rounding = question.inForce(law.rounding());
        var pensionRate = question.inForce(law.pensionRate());
        var accountRate = question.inForce(law.accountRate());
        var pension = base.times(pensionRate.value(), rounding.value());
        var account = base.times(accountRate.value(), rounding.value());
        var pooled = pension.minus(account);
        @Nullable Version<Rate> medicalRate = law.medicalRate() == null ? null : question.inForce(law.medicalRate());
        @Nullable Money medical = medicalRate == null ? null : base.times(medicalRate.value(), rounding.value());
        var monthly = new Monthly(pension, account, pooled, medical);
        return new Explained<>(monthly, () -> {
            var children = new ArrayList<Trace>();
            children.add(product("pension", base, pensionRate, rounding, pension));
            children.add(product("account", base, accountRate, rounding, account));
            children.add(rest(monthly, accountRate));
            if (medicalRate != null && medical != null) {
                children.add(product("medical", base, medicalRate, rounding, medical));
            }
            return Trace.of(RULE, pensionRate.citation().text(), Inputs.of("base", base), monthly.total(), children);
        });
    }

    private static Trace product(
            String part, Money base, Version<Rate> rate, Version<RoundingMode> rounding, Money outcome) {
        return Trace.of(
                RULE + "." + part,
                rate.citation().text(),
                Inputs.of("base", base).and("rate", rate.value()),
                outcome,
                List.of(rate.trace(), rounding.trace()));
    }

    private static Trace rest(Monthly monthly, Version<Rate> accountRate) {
        return Trace.of(
                RULE + ".pooled",
                accountRate.citation().text(),
                Inputs.of("pension", monthly.pension()).and("account", monthly.account()),
                monthly.pooled(),
                List.of());
    }
}
