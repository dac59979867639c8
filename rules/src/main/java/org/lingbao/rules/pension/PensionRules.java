package org.lingbao.rules.pension;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.lingbao.rules.data.PerProvince;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.pension.Counting.Share;
import org.lingbao.rules.pension.PensionLaw.Rounding;
import org.lingbao.rules.pension.PensionLaw.Transitional;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Scheme;

/**
 * The monthly pension of the employee scheme (养老金计发), which flexible workers get by the same formula: a basic part for the time
 * and the wages, the account over the payout months, and a transitional part for the time before individual accounts.
 */
public final class PensionRules {
    private final PerProvince<PensionLaw> laws;

    public PensionRules(RuleFiles files) {
        laws = new PerProvince<>((province, scheme) -> PensionLaw.of(files, province));
    }

    /** As known today, with all that is loaded. */
    public Explained<MonthlyPension> monthly(Entitlement entitlement) {
        return monthly(entitlement, LocalDate.MAX, LocalDate.MAX);
    }

    /**
     * @param day of retirement
     * @param known only what was published by that day counts
     * @throws org.lingbao.rules.data.DataNotLoaded if the province has no formula, or none for the time before individual accounts
     *     that the person has
     * @throws IllegalArgumentException where the province reckons with the index of that time and none is given
     */
    public Explained<MonthlyPension> monthly(Entitlement entitlement, LocalDate day, LocalDate known) {
        var law = laws.of(entitlement.place(), Scheme.EMPLOYEE);
        var factor = law.basicFactor().at(day, known);
        var counting = law.counting().at(day, known);
        var rounding = law.rounding().at(day, known);
        var transitional = entitlement.preAccount().isNone() ? null : law.transitional(day, known);

        var indexedWage = entitlement
                .baseWage()
                .times(entitlement.averageIndex(), rounding.value().mode());
        var wage = rounding.value().indexedWageRounded() ? indexedWage.inYuan() : indexed(entitlement);
        var share = counting.value().share(entitlement.contributed(), factor.value());
        var pension = new MonthlyPension(
                indexedWage,
                part(entitlement.baseWage().inYuan().add(wage), share, 2, rounding.value()),
                round(
                        entitlement.accountBalance().inYuan(),
                        entitlement.payoutMonths().count(),
                        rounding.value()),
                transitional == null
                        ? Money.ZERO
                        : transitional(entitlement, wage, transitional.value(), counting.value(), rounding.value()),
                rounding.value().decimals());
        return new Explained<>(
                pension, () -> new PensionTrace(entitlement, pension, factor, counting, rounding, transitional).root());
    }

    private static Money transitional(
            Entitlement entitlement, BigDecimal wage, Transitional transitional, Counting counting, Rounding rounding) {
        var share = counting.share(entitlement.preAccount(), transitional.perYear());
        return switch (transitional.formula()) {
            case INDEXED_WAGE -> part(wage, share, 1, rounding);
            case AVERAGED -> {
                var index = entitlement.preAccountIndex();
                if (index == null) {
                    throw new IllegalArgumentException("the index before individual accounts is needed");
                }
                var base = entitlement.baseWage().inYuan();
                yield part(base.add(base.multiply(index.value())), share, 2, rounding);
            }
        };
    }

    private static BigDecimal indexed(Entitlement entitlement) {
        return entitlement
                .baseWage()
                .inYuan()
                .multiply(entitlement.averageIndex().value());
    }

    /** The share of the average of so many wages that are given as their sum. */
    private static Money part(BigDecimal wages, Share share, int count, Rounding rounding) {
        return round(wages.multiply(share.twelvefold()), Counting.TWELVE.multiply(BigDecimal.valueOf(count)), rounding);
    }

    private static Money round(BigDecimal dividend, BigDecimal divisor, Rounding rounding) {
        return Money.yuan(dividend.divide(divisor, rounding.decimals(), rounding.mode()));
    }
}
