package org.lingbao.rules.forecast;

import java.math.RoundingMode;
import org.lingbao.rules.contribution.Limits;
import org.lingbao.rules.data.Parameter;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Rate;

/**
 * A province's parameters of paying on.
 *
 * @param tiersOnly whether tiers are chosen and not bases
 */
record ForecastLaw(
        Parameter<Boolean> tiersOnly,
        Parameter<Money> referenceWage,
        Parameter<Limits> limits,
        Parameter<BaseRange> baseRange,
        Parameter<Rate> pensionRate,
        Parameter<Rate> accountRate,
        Parameter<RoundingMode> rounding,
        Parameter<IndexRounding> indexRounding,
        Parameter<Integer> minimumMonths,
        Parameter<Boolean> lateForIndividuals) {

    /** The limits of the base as factors of the reference wage. */
    record BaseRange(Rate lower, Rate upper) {
        static BaseRange read(RuleValue value) {
            var table = value.keys("lower", "upper");
            return new BaseRange(Rate.of(table.entry("lower")), Rate.of(table.entry("upper")));
        }
    }

    record IndexRounding(int decimals, RoundingMode mode) {
        static IndexRounding read(RuleValue value) {
            var table = value.keys("decimals", "rounding");
            return new IndexRounding(
                    Integer.parseInt(table.entry("decimals")), RoundingMode.valueOf(table.entry("rounding")));
        }
    }

    static ForecastLaw of(RuleFiles files, Place province) {
        return new ForecastLaw(
                files.provincial(
                        province, "employee/chosen-by", value -> value.text().equals("TIER")),
                files.provincial(province, "employee/reference-wage", value -> Money.yuan(value.text())),
                files.provincial(province, "employee/limits", Limits::read),
                files.provincialOrNational(province, "employee/base-range", BaseRange::read),
                files.provincialOrNational(province, "employee/pension-rate", ForecastLaw::rate)
                        .confirmed(),
                files.provincialOrNational(province, "employee/account-rate", ForecastLaw::rate),
                files.provincialOrNational(
                        province, "employee/contribution-rounding", value -> RoundingMode.valueOf(value.text())),
                files.provincialOrNational(province, "employee/index-rounding", IndexRounding::read),
                files.national("employee/minimum-months", RuleValue::number),
                files.provincialOrNational(
                        province, "employee/individual-late-retirement", value -> Boolean.parseBoolean(value.text())));
    }

    private static Rate rate(RuleValue value) {
        return Rate.of(value.text());
    }

    /** What is in force and known on the day of a question, from which the years to come are reckoned. */
    InForce on(Question question) {
        var day = question.on();
        return new InForce(
                referenceWage.at(day, day),
                limits.at(day, day),
                baseRange.at(day, day),
                pensionRate.at(day, day),
                accountRate.at(day, day),
                rounding.at(day, day),
                indexRounding.at(day, day));
    }

    record InForce(
            Version<Money> referenceWage,
            Version<Limits> limits,
            Version<BaseRange> baseRange,
            Version<Rate> pensionRate,
            Version<Rate> accountRate,
            Version<RoundingMode> rounding,
            Version<IndexRounding> indexRounding) {}
}
