package org.lingbao.rules.bridging;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lingbao.rules.bridging.Conversion.IntoEmployee;
import org.lingbao.rules.bridging.Conversion.IntoResident;
import org.lingbao.rules.bridging.Conversion.Reason;
import org.lingbao.rules.bridging.Conversion.Refused;
import org.lingbao.rules.data.Parameter;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Rate;
import org.lingbao.rules.value.Scheme;

/**
 * Between the employee and the resident scheme (城乡养老保险制度衔接). It is asked for at the employees' statutory age; no pooled money
 * moves. {@code on} is the day of asking: later publications are not yet known.
 */
public final class BridgingRules {
    private static final int MONTHS_A_YEAR = 12;

    private final Parameter<Integer> minimumMonths;
    private final Parameter<RoundingMode> yearsRounding;
    private final Parameter<RoundingMode> refundRounding;
    private final Parameter<Scheme> bothDrawnEnds;

    public BridgingRules(RuleFiles files) {
        minimumMonths = files.national("employee/minimum-months", RuleValue::number);
        yearsRounding = files.national("bridging/years-rounding", BridgingRules::rounding);
        refundRounding = files.national("bridging/refund-rounding", BridgingRules::rounding);
        bothDrawnEnds = files.national("bridging/both-drawn-ends", value -> Scheme.valueOf(value.text()));
    }

    /** What a person has after going over into one scheme. The minimum months are those of the year in which the age is reached. */
    public Explained<Conversion> convert(Direction direction, BothSchemes person, LocalDate on) {
        var minimum = minimumMonths.at(person.reachesAgeIn().atDay(1), on);
        var years = yearsRounding.at(on, on);
        var conversion = convert(direction, person, minimum, years);
        return new Explained<>(
                conversion,
                () -> Trace.of(
                        "bridging.convert",
                        years.citation().text(),
                        Inputs.of("direction", direction)
                                .and("employeeMonths", person.employeeMonths())
                                .and("residentYears", person.residentYears())
                                .and("minimum", minimum.value())
                                .and("account", person.bothAccounts()),
                        outcome(conversion),
                        List.of(minimum.trace(), years.trace())));
    }

    private static Conversion convert(
            Direction direction, BothSchemes person, Version<Integer> minimum, Version<RoundingMode> years) {
        var reached = person.employeeMonths() >= minimum.value();
        var reasons = new ArrayList<Reason>();
        if (person.drawingPension()) {
            reasons.add(new Reason.DrawingPension(years.citation()));
        }
        return switch (direction) {
            case RESIDENT_TO_EMPLOYEE -> {
                if (!reached) {
                    reasons.add(new Reason.EmployeeYearsBelowMinimum(
                            person.employeeMonths(), minimum.value(), minimum.citation()));
                }
                yield reasons.isEmpty()
                        ? new IntoEmployee(person.employeeMonths(), person.bothAccounts())
                        : new Refused(reasons);
            }
            case EMPLOYEE_TO_RESIDENT -> {
                if (reached) {
                    reasons.add(new Reason.EmployeeYearsReached(
                            person.employeeMonths(), minimum.value(), minimum.citation()));
                }
                yield reasons.isEmpty()
                        ? new IntoResident(residentYears(person, years.value()), person.bothAccounts())
                        : new Refused(reasons);
            }
        };
    }

    private static int residentYears(BothSchemes person, RoundingMode rounding) {
        var employeeYears = BigDecimal.valueOf(person.employeeMonths())
                .divide(BigDecimal.valueOf(MONTHS_A_YEAR), 0, rounding)
                .intValueExact();
        return Math.addExact(person.residentYears(), employeeYears);
    }

    /**
     * What the resident scheme pays back for months that the employee scheme counts too (重复缴费退还).
     *
     * @param ownAndCollective what the person and the collective paid for the year; no government subsidy
     * @param overlapMonths 0–12
     * @throws IllegalArgumentException for other months, or a negative payment
     */
    public Explained<Money> overlapRefund(Money ownAndCollective, int overlapMonths, LocalDate on) {
        if (ownAndCollective.isNegative() || overlapMonths < 0 || overlapMonths > MONTHS_A_YEAR) {
            throw new IllegalArgumentException("no overlap: " + overlapMonths + " months of " + ownAndCollective);
        }
        var rounding = refundRounding.at(on, on);
        var refund =
                ownAndCollective.times(new Rate(BigDecimal.valueOf(overlapMonths)), MONTHS_A_YEAR, rounding.value());
        return new Explained<>(
                refund,
                () -> Trace.of(
                        "bridging.overlap-refund",
                        rounding.citation().text(),
                        Inputs.of("payment", ownAndCollective).and("months", overlapMonths),
                        refund,
                        List.of(rounding.trace())));
    }

    /** Clears two pensions that were drawn at once: nothing is paid out while basic pension is still to be paid back. */
    public Explained<Clearance> clear(BothDrawn drawn, LocalDate on) {
        var ends = bothDrawnEnds.at(on, on);
        var refundable = drawn.account().minus(drawn.subsidy());
        var owed = drawn.basicDrawn().minus(drawn.repaid());
        var setOff = refundable.compareTo(owed) < 0 ? refundable : owed;
        var clearance = new Clearance(ends.value(), setOff, refundable.minus(setOff), owed.minus(setOff));
        return new Explained<>(
                clearance,
                () -> Trace.of(
                        "bridging.both-drawn",
                        ends.citation().text(),
                        Inputs.of("ended", clearance.ended())
                                .and("refundable", refundable)
                                .and("setOff", setOff)
                                .and("owed", clearance.owed()),
                        clearance.refund(),
                        List.of(ends.trace())));
    }

    private static String outcome(Conversion conversion) {
        return switch (conversion) {
            case IntoEmployee into -> into.employeeMonths() + " MONTHS_OF_EMPLOYEE_SCHEME";
            case IntoResident into -> into.residentYears() + " YEARS_OF_RESIDENT_SCHEME";
            case Refused refused -> refused.reasons().stream().map(Reason::code).collect(Collectors.joining(" "));
        };
    }

    private static RoundingMode rounding(RuleValue value) {
        return RoundingMode.valueOf(value.text());
    }
}
