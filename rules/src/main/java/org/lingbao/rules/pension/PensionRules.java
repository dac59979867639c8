package org.lingbao.rules.pension;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Objects;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.data.PerProvince;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.pension.Counting.Share;
import org.lingbao.rules.pension.PensionLaw.Rounding;
import org.lingbao.rules.pension.PensionLaw.Transitional;
import org.lingbao.rules.pension.PensionLaw.Virtual;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Rate;
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
     * @throws DataNotLoaded if the province has no formula, or none for the time before individual accounts that the person has, or
     *     reckons with a virtual account and none is given
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

    /**
     * How much the index of a year counts (缴费指数): as it is, or no less than the place's floor for that year.
     *
     * @param actual the year's base by the reference wage of that year
     * @throws DataNotLoaded if the province has no formula, or has floors and none for that year
     */
    public Explained<Rate> countedIndex(Place place, Year year, Rate actual) {
        var law = laws.of(place, Scheme.EMPLOYEE);
        if (law.indexFloor() == null) {
            return new Explained<>(
                    actual,
                    () -> counted(place, year, actual, actual, law.basicFactor().latest()));
        }
        var floor = law.indexFloor().at(year.atDay(1), LocalDate.MAX);
        var counted = floor.value().compareTo(actual) > 0 ? floor.value() : actual;
        return new Explained<>(counted, () -> counted(place, year, actual, counted, floor));
    }

    private static Trace counted(Place place, Year year, Rate actual, Rate counted, Version<?> law) {
        return Trace.of(
                "pension.counted-index",
                law.citation().text(),
                Inputs.of("place", place).and("year", year).and("index", actual),
                counted,
                List.of(law.trace()));
    }

    private static Money transitional(
            Entitlement entitlement, BigDecimal wage, Transitional transitional, Counting counting, Rounding rounding) {
        var share = transitional.counting(counting).share(entitlement.preAccount(), transitional.perYear());
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
            case BASE_WAGE_AND_VIRTUAL_ACCOUNT ->
                withVirtualAccount(entitlement, share, Objects.requireNonNull(transitional.virtual()), rounding);
        };
    }

    /** The agency's file alone holds the virtual account; nobody guesses it. */
    private static Money withVirtualAccount(Entitlement entitlement, Share share, Virtual virtual, Rounding rounding) {
        var account = entitlement.virtualAccount();
        if (account == null) {
            throw new DataNotLoaded(
                    entitlement.place().province().code(), "virtual account (虚账实记额) of the time before 1993");
        }
        var payout = BigDecimal.valueOf(virtual.payoutMonths());
        var wage = entitlement.baseWage().inYuan().multiply(virtual.index().value());
        return round(
                wage.multiply(share.twelvefold())
                        .multiply(payout)
                        .add(account.inYuan().multiply(Counting.TWELVE)),
                Counting.TWELVE.multiply(payout),
                rounding);
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
