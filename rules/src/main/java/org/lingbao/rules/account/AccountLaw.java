package org.lingbao.rules.account;

import java.math.RoundingMode;
import org.lingbao.rules.data.Parameter;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.value.Rate;

/** The national parameters of individual accounts; of rates and months only what is confirmed. */
record AccountLaw(
        Parameter<Rate> creditingRate,
        Version<RoundingMode> rounding,
        Version<Rate> annualFactor,
        Parameter<InterestMonth> interestMonth) {
    static AccountLaw of(RuleFiles files) {
        return new AccountLaw(
                files.national("employee/crediting-rate", value -> Rate.of(value.text()))
                        .confirmed(),
                files.national("employee/interest-rounding", value -> RoundingMode.valueOf(value.text()))
                        .latest(),
                files.national("employee/annual-method-factor", value -> Rate.of(value.text()))
                        .latest(),
                files.national("employee/interest-month-basis", value -> InterestMonth.valueOf(value.text()))
                        .confirmed());
    }
}
