package org.lingbao.rules.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lingbao.rules.account.AccountRules;
import org.lingbao.rules.account.CreditingRate;
import org.lingbao.rules.forecast.ForecastLaw.InForce;
import org.lingbao.rules.forecast.Plan.Base.Amount;
import org.lingbao.rules.forecast.Plan.Base.Percent;
import org.lingbao.rules.forecast.Standing.Month;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Rate;

/**
 * Reckons a plan on, year by year, from the day of asking to retirement. Wages grow each January; an account bears interest at the
 * end of each full year.
 *
 * @param base on the day of asking
 */
record Projection(
        Question question,
        InForce law,
        AccountRules account,
        Money base,
        CreditingRate crediting,
        LocalDate retirement) {

    Standing atRetirement() {
        var standing = atBeginning();
        for (var year = question.on().getYear(); year <= retirement.getYear(); year++) {
            standing = after(year, standing);
        }
        return standing;
    }

    /** One node a year. */
    List<Trace> years() {
        var years = new ArrayList<Trace>();
        var standing = atBeginning();
        for (var year = question.on().getYear(); year <= retirement.getYear(); year++) {
            var before = standing;
            standing = after(year, before);
            years.add(Trace.of(
                    "forecast.year",
                    law.accountRate().citation().text(),
                    Inputs.of("year", year)
                            .and("months", standing.months() - before.months())
                            .and("base", standing.month().base())
                            .and("paid", standing.paidIn().minus(before.paidIn()))
                            .and("opening", before.balance()),
                    standing.balance(),
                    List.of()));
        }
        return years;
    }

    private Standing atBeginning() {
        var past = question.past();
        return new Standing(
                law.referenceWage().value(),
                month(base, law.referenceWage().value()),
                past.balance(),
                Money.ZERO,
                past.averageIndex().times(past.months()),
                past.months());
    }

    private Standing after(int year, Standing before) {
        var isFirst = year == question.on().getYear();
        var wage = isFirst ? before.wage() : grown(before.wage());
        var month = wage.equals(before.wage()) ? before.month() : month(base(wage), wage);
        var start = start(year);
        var months = months(year, start);
        var credited = month.account().times(months);
        var product = month.account().times(monthsOfInterest(start, months));
        if (isFirst) {
            credited = credited.plus(question.past().credited());
            product = product.plus(question.past().product());
        }
        return new Standing(
                wage,
                month,
                year == retirement.getYear()
                        ? before.balance().plus(credited)
                        : account.closing(before.balance(), credited, product, crediting.rate()),
                before.paidIn().plus(month.pension().times(months)),
                before.indices().plus(month.index().times(months)),
                before.months() + months);
    }

    private Month month(Money monthly, Money wage) {
        var rounding = law.rounding().value();
        var index = law.indexRounding().value();
        return new Month(
                monthly,
                monthly.times(law.pensionRate().value(), rounding),
                monthly.times(law.accountRate().value(), rounding),
                Rate.of(monthly, wage, index.decimals(), index.mode()));
    }

    /** The average contribution index of all months; zero for none. */
    Rate averageIndex(Standing end) {
        var rounding = law.indexRounding().value();
        return end.months() == 0
                ? end.indices()
                : end.indices().dividedBy(end.months(), rounding.decimals(), rounding.mode());
    }

    /** The first month of a year that can be paid; beyond the year where there is none. */
    private int start(int year) {
        var from = question.plan().from();
        if (year < from.getYear()) {
            return Plan.MONTHS_A_YEAR + 1;
        }
        return year == from.getYear() ? from.getMonthValue() : 1;
    }

    private int months(int year, int start) {
        var end = year == retirement.getYear() ? retirement.getMonthValue() : Plan.MONTHS_A_YEAR;
        return Math.clamp(end - start + 1, 0, question.plan().monthsAYear());
    }

    /** The months from each of these to the year's end, its own included, summed. */
    private static int monthsOfInterest(int start, int months) {
        return months * (Plan.MONTHS_A_YEAR + 1 - start) - months * (months - 1) / 2;
    }

    /** A percentage that could be chosen lies within the range in every year; an amount may fall out of it. */
    private Money base(Money wage) {
        var range = law.baseRange().value();
        var rounding = law.rounding().value();
        return switch (question.plan().base()) {
            case Amount(var monthly) ->
                monthly.within(wage.times(range.lower(), rounding), wage.times(range.upper(), rounding));
            case Percent(var percent) -> wage.times(PlannedBase.share(percent), rounding);
        };
    }

    /** A wage of one year in the next. */
    Money grown(Money wage) {
        var growth = question.assumptions().wageGrowth();
        return growth.isZero()
                ? wage
                : wage.plus(wage.times(growth, law.rounding().value()));
    }
}
