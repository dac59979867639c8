package org.lingbao.rules.contribution;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.contribution.Terms.Basis;
import org.lingbao.rules.data.Parameter;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Rate;
import org.lingbao.rules.value.Scheme;

/**
 * A province's parameters of contribution for one scheme. Another province is another folder of files, not another class.
 *
 * @param tiers null where bases are chosen freely
 * @param pensionRate only what is confirmed
 * @param medicalRate null where the medical contribution is not collected together
 */
record ContributionLaw(
        Parameter<Basis> basis,
        Parameter<Limits> limits,
        @Nullable Parameter<Map<Integer, Money>> tiers,
        Parameter<Set<Period>> periods,
        Parameter<LimitYear> limitYear,
        Parameter<Rate> pensionRate,
        Parameter<Rate> accountRate,
        @Nullable Parameter<Rate> medicalRate,
        Parameter<RoundingMode> rounding,
        Parameter<PaymentWindow> window,
        Parameter<CatchUp> catchUp,
        Parameter<TopUp.Required> topUp) {

    /** What is collected in one payment. */
    enum Part {
        PENSION,
        MEDICAL
    }

    /** @param firstMonth the month of the year (1–12) from which new limits hold */
    record LimitYear(int firstMonth) {
        /** Of the year of limits that a month is in. */
        YearMonth firstOf(YearMonth month) {
            var first = month.withMonth(firstMonth);
            return first.isAfter(month) ? first.minusYears(1) : first;
        }

        boolean holdsBoth(YearMonth a, YearMonth b) {
            return firstOf(a).equals(firstOf(b));
        }
    }

    static ContributionLaw of(RuleFiles files, Place place, Scheme scheme) {
        var folder = scheme.folder() + "/";
        var basis = files.provincial(place, folder + "chosen-by", value -> Basis.valueOf(value.text()));
        var parts = files.provincial(place, folder + "collected", ContributionLaw::parts);
        return new ContributionLaw(
                basis,
                files.provincial(place, folder + "limits", Limits::read),
                basis.everHolds(Basis.TIER::equals)
                        ? files.provincial(place, folder + "tiers", ContributionLaw::tiers)
                        : null,
                files.provincial(place, folder + "periods", ContributionLaw::periods),
                files.provincial(place, folder + "limit-year", value -> new LimitYear(value.number())),
                files.provincialOrNational(place, folder + "pension-rate", ContributionLaw::rate)
                        .confirmed(),
                files.provincialOrNational(place, folder + "account-rate", ContributionLaw::rate),
                parts.everHolds(value -> value.contains(Part.MEDICAL))
                        ? files.provincial(place, folder + "medical-rate", ContributionLaw::rate)
                        : null,
                files.provincialOrNational(
                        place, folder + "contribution-rounding", value -> RoundingMode.valueOf(value.text())),
                files.provincialOrNational(place, folder + "payment-window", PaymentWindow::read),
                files.provincialOrNational(place, folder + "catch-up", value -> CatchUp.valueOf(value.text())),
                files.provincialOrNational(place, folder + "late-limits-top-up", TopUp.Required::read));
    }

    /** What holds for a month, as known on a day. */
    Terms terms(YearMonth month, LocalDate known) {
        var day = month.atDay(1);
        var inForce = Stream.<@Nullable Parameter<?>>of(
                        basis,
                        limits,
                        tiers,
                        periods,
                        limitYear,
                        pensionRate,
                        accountRate,
                        medicalRate,
                        rounding,
                        window,
                        catchUp)
                .flatMap(Stream::ofNullable)
                .map(parameter -> parameter.provision(day, known))
                .toList();
        return new Terms(
                basis.at(day, known).value(),
                limits.at(day, known).value(),
                tiers == null
                        ? new TreeMap<>()
                        : new TreeMap<>(tiers.at(day, known).value()),
                periods.at(day, known).value(),
                pensionRate.at(day, known).value(),
                accountRate.at(day, known).value(),
                medicalRate == null ? null : medicalRate.at(day, known).value(),
                limitYear.at(day, known).value().firstMonth(),
                catchUp.at(day, known).value().payableUntil(month),
                provisional(month, known),
                inForce);
    }

    /** Whether what a base or tier is chosen from is last year's, because this year's was not published yet. */
    boolean provisional(YearMonth month, LocalDate known) {
        var day = month.atDay(1);
        var chosenFrom = tiers == null ? limits.at(day, known) : tiers.at(day, known);
        return chosenFrom
                .effective()
                .isBefore(limitYear.at(day, known).value().firstOf(month).atDay(1));
    }

    private static Rate rate(RuleValue value) {
        return Rate.of(value.text());
    }

    static Set<Part> parts(RuleValue value) {
        return value.words().stream().map(Part::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Period> periods(RuleValue value) {
        return value.words().stream().map(Period::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static Map<Integer, Money> tiers(RuleValue value) {
        return value.table().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> Integer.valueOf(entry.getKey()), entry -> Money.yuan(entry.getValue())));
    }
}
