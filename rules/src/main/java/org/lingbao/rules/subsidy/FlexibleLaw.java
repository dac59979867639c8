package org.lingbao.rules.subsidy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.data.Parameter;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Rate;

/**
 * The subsidy for flexible workers in a province.
 *
 * @param own null where the province's own figure is not known
 */
record FlexibleLaw(
        Parameter<Ceiling> hardToEmploy,
        Parameter<Ceiling> graduate,
        Parameter<RoundingMode> ceilingRounding,
        @Nullable Own own) {

    private static final String OWN = "employee/flexible-subsidy";

    static FlexibleLaw of(RuleFiles files, Place place) {
        return new FlexibleLaw(
                files.national("employee/flexible-subsidy-hard-to-employ", Ceiling::read),
                files.national("employee/flexible-subsidy-graduate", Ceiling::read),
                files.national("employee/flexible-subsidy-rounding", FlexibleLaw::rounding),
                files.provincial(place, OWN) ? Own.of(files, place) : null);
    }

    Parameter<Ceiling> ceiling(Claimants claimants) {
        return switch (claimants) {
            case HARD_TO_EMPLOY -> hardToEmploy;
            case GRADUATE -> graduate;
        };
    }

    /**
     * The country's ceiling.
     *
     * @param numerator and denominator: which fraction of the payment
     * @param mostMonths for how many months
     * @param nearRetirementMonths with less than this to the statutory age the months do not end
     */
    record Ceiling(int numerator, int denominator, int mostMonths, int nearRetirementMonths) {
        static Ceiling read(RuleValue value) {
            var table = value.keys("numerator", "denominator", "mostMonths", "nearRetirementMonths");
            return new Ceiling(
                    Integer.parseInt(table.entry("numerator")),
                    Integer.parseInt(table.entry("denominator")),
                    Integer.parseInt(table.entry("mostMonths")),
                    Integer.parseInt(table.entry("nearRetirementMonths")));
        }

        Money of(Money paid, RoundingMode rounding) {
            return paid.times(new Rate(BigDecimal.valueOf(numerator)), denominator, rounding);
        }

        boolean isUsedUpBy(Claim claim) {
            var nearRetirement = claim.firstGranted()
                    .atDay(1)
                    .plusMonths(nearRetirementMonths)
                    .isAfter(claim.retiresOn());
            return claim.grantedMonths() >= mostMonths && !nearRetirement;
        }
    }

    /** A province's own subsidy: a share of the contributions on the lower limit. */
    record Own(
            Parameter<Share> share,
            Parameter<Money> lowerLimit,
            Parameter<Rate> pensionRate,
            Parameter<Rate> medicalRate,
            Parameter<RoundingMode> rounding) {

        static Own of(RuleFiles files, Place place) {
            return new Own(
                    files.provincial(place, OWN, Share::read),
                    files.provincial(place, "employee/limits", value -> Money.yuan(value.entry("lower"))),
                    files.provincialOrNational(place, "employee/pension-rate", value -> Rate.of(value.text()))
                            .confirmed(),
                    files.provincial(place, "employee/medical-rate", value -> Rate.of(value.text())),
                    files.provincialOrNational(place, "employee/contribution-rounding", FlexibleLaw::rounding));
        }
    }

    /** @param until the last day the notice holds */
    record Share(Claimants claimants, Rate rate, RoundingMode rounding, LocalDate until) {
        static Share read(RuleValue value) {
            var table = value.keys("group", "rate", "rounding", "until");
            return new Share(
                    Claimants.valueOf(table.entry("group")),
                    Rate.of(table.entry("rate")),
                    RoundingMode.valueOf(table.entry("rounding")),
                    LocalDate.parse(table.entry("until")));
        }
    }

    private static RoundingMode rounding(RuleValue value) {
        return RoundingMode.valueOf(value.text());
    }
}
