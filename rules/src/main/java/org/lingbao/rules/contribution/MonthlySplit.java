package org.lingbao.rules.contribution;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.trace.Explained;
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
        var children = new ArrayList<Trace>();
        children.add(product("pension", base, pensionRate, rounding, pension));
        children.add(product("account", base, accountRate, rounding, account));
        children.add(rest(pension, account, pooled, accountRate));

        @Nullable Money medical = null;
        if (law.medicalRate() != null) {
            var medicalRate = question.inForce(law.medicalRate());
            medical = base.times(medicalRate.value(), rounding.value());
            children.add(product("medical", base, medicalRate, rounding, medical));
        }
        var monthly = new Monthly(pension, account, pooled, medical);
        var inputs = new LinkedHashMap<String, String>();
        inputs.put("base", base.toYuan());
        var article = pensionRate.citation().text();
        return new Explained<>(
                monthly, new Trace(RULE, article, inputs, monthly.total().toYuan(), children));
    }

    private static Trace product(
            String part, Money base, Version<Rate> rate, Version<RoundingMode> rounding, Money outcome) {
        var inputs = new LinkedHashMap<String, String>();
        inputs.put("base", base.toYuan());
        inputs.put("rate", rate.value().toString());
        return new Trace(
                RULE + "." + part,
                rate.citation().text(),
                inputs,
                outcome.toYuan(),
                List.of(rate.trace(), rounding.trace()));
    }

    private static Trace rest(Money pension, Money account, Money pooled, Version<Rate> accountRate) {
        var inputs = new LinkedHashMap<String, String>();
        inputs.put("pension", pension.toYuan());
        inputs.put("account", account.toYuan());
        return new Trace(RULE + ".pooled", accountRate.citation().text(), inputs, pooled.toYuan(), List.of());
    }
}
