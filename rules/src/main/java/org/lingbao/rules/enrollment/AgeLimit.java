package org.lingbao.rules.enrollment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.enrollment.Eligibility.Reason;
import org.lingbao.rules.enrollment.UpperAge.Bound;
import org.lingbao.rules.retirement.Retirement;
import org.lingbao.rules.retirement.RetirementRules;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;

/**
 * The day from which a person is too old to enroll.
 *
 * @param retirement where the bound is the statutory age; only then a minimum of months is at stake
 */
record AgeLimit(LocalDate day, Optional<Retirement> retirement, Finding finding) {

    static AgeLimit of(EnrollmentLaw law, RetirementRules rules, LocalDate on, Applicant applicant) {
        var upperAge = law.upperAge().at(on, on);
        return switch (upperAge.value().of(applicant.sex())) {
            case Bound.Fixed(int years) -> {
                var day = applicant.birthDate().plusYears(years);
                yield new AgeLimit(day, Optional.empty(), finding(upperAge, on, day, List.of()));
            }
            case Bound.Statutory(var category) -> {
                var retirement = rules.of(category, applicant.birthDate(), on);
                var day = retirement.value().statutoryDate();
                var used = List.<Supplier<Trace>>of(retirement::trace);
                yield new AgeLimit(day, Optional.of(retirement.value()), finding(upperAge, on, day, used));
            }
        };
    }

    /** Counting no paid months: the full months from the day of asking to the statutory date. */
    List<Notice> notices(LocalDate on) {
        return retirement
                .filter(known -> ChronoUnit.MONTHS.between(on, known.statutoryDate()) < known.minimumMonths())
                .map(known -> List.of(Notice.MAY_NOT_REACH_MINIMUM_MONTHS))
                .orElse(List.of());
    }

    private static Finding finding(Version<UpperAge> law, LocalDate on, LocalDate day, List<Supplier<Trace>> used) {
        var reached = !on.isBefore(day);
        return Finding.of(
                "upper-age",
                law,
                Inputs.of("reachedOn", day),
                reached ? "REACHED" : "NOT_REACHED",
                reached ? List.of(new Reason.ReachedRetirementAge(day, law.citation())) : List.of(),
                used);
    }
}
