package org.lingbao.rules.pension;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.pension.PensionLaw.Rounding;
import org.lingbao.rules.pension.PensionLaw.Transitional;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Rate;

/** How a monthly pension was reckoned, part by part. */
record PensionTrace(
        Entitlement entitlement,
        MonthlyPension pension,
        Version<Rate> factor,
        Version<Counting> counting,
        Version<Rounding> rounding,
        @Nullable Version<Transitional> transitional) {
    private static final String RULE = "pension.monthly";

    Trace root() {
        var parts = new ArrayList<>(List.of(indexedWage(), basic(), account()));
        if (transitional != null) {
            parts.add(transitional(transitional));
        }
        return Trace.of(
                RULE,
                factor.citation().text(),
                Inputs.of("place", entitlement.place())
                        .and("basic", pension.written(pension.basic()))
                        .and("account", pension.written(pension.account()))
                        .and("transitional", pension.written(pension.transitional())),
                pension.written(pension.total()),
                parts);
    }

    private Trace indexedWage() {
        return Trace.of(
                RULE + ".indexed-wage",
                factor.citation().text(),
                Inputs.of("baseWage", entitlement.baseWage()).and("averageIndex", entitlement.averageIndex()),
                pension.indexedWage(),
                List.of(rounding.trace()));
    }

    private Trace basic() {
        return Trace.of(
                RULE + ".basic",
                factor.citation().text(),
                Inputs.of("baseWage", entitlement.baseWage())
                        .and("indexedWage", pension.indexedWage())
                        .and("share", share(counting.value(), entitlement.contributed(), factor.value())),
                pension.written(pension.basic()),
                List.of(factor.trace(), counting.trace(), rounding.trace()));
    }

    private Trace account() {
        return Trace.of(
                RULE + ".account",
                factor.citation().text(),
                Inputs.of("balance", entitlement.accountBalance()).and("payoutMonths", entitlement.payoutMonths()),
                pension.written(pension.account()),
                List.of(rounding.trace()));
    }

    private Trace transitional(Version<Transitional> formula) {
        var inputs = Inputs.of("formula", formula.value().formula())
                .and(
                        "share",
                        share(
                                formula.value().counting(counting.value()),
                                entitlement.preAccount(),
                                formula.value().perYear()));
        var virtual = entitlement.virtualAccount();
        if (virtual != null) {
            inputs = inputs.and("virtualAccount", virtual);
        }
        var index = entitlement.preAccountIndex();
        return Trace.of(
                RULE + ".transitional",
                formula.citation().text(),
                index == null ? inputs : inputs.and("preAccountIndex", index),
                pension.written(pension.transitional()),
                List.of(formula.trace(), counting.trace(), rounding.trace()));
    }

    /** The share of a wage, to be shown: to the places that one fen of a high wage could show. */
    private static String share(Counting counting, Contributed time, Rate perYear) {
        var twelvefold = counting.share(time, perYear).twelvefold();
        return twelvefold
                .divide(Counting.TWELVE, twelvefold.scale() + 2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
