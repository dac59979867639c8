package org.lingbao.contribution.rules;

import org.lingbao.rules.pension.BaseWage;

/**
 * The benefit base wage (计发基数).
 *
 * @param amount in yuan a month
 * @param year for which it was published
 * @param provisional whether the year of retirement has none yet
 */
record BaseWageView(String amount, int year, boolean provisional) {
    static BaseWageView of(BaseWage wage) {
        return new BaseWageView(wage.amount().toYuan(), wage.year().getValue(), wage.provisional());
    }
}
