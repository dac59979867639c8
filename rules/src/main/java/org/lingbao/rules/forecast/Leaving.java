package org.lingbao.rules.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.forecast.Forecast.Reason;
import org.lingbao.rules.retirement.Age;
import org.lingbao.rules.retirement.Retirement;
import org.lingbao.rules.retirement.RetirementRules;
import org.lingbao.rules.trace.Explained;

/**
 * When the plan ends, or why it cannot end then.
 *
 * @param age on that day
 * @param minimumMonths of the chosen year for who leaves early, of the statutory year for all others
 * @param used what the statutory date does not rest on already
 */
record Leaving(
        LocalDate day,
        Age age,
        int minimumMonths,
        List<Reason> reasons,
        Explained<Retirement> statutory,
        List<Version<?>> used) {

    static Leaving of(Question question, ForecastLaw law, RetirementRules rules) {
        var on = question.on();
        var birthDate = question.birthDate();
        var statutory = rules.of(question.category(), birthDate, on);
        var retirement = statutory.value();
        var date = retirement.statutoryDate();
        var earliest = retirement.earliest() == null ? date : retirement.earliest();
        var day = switch (question.plan().retire()) {
            case Plan.Retire.AtStatutoryAge() -> date;
            case Plan.Retire.AsEarlyAsPossible() -> earliest;
            case Plan.Retire.On(var chosen) -> chosen;
        };
        var late = law.lateForIndividuals().at(date, on);
        var latest = retirement.latest() == null || !late.value() ? date : retirement.latest();

        var reasons = new ArrayList<Reason>();
        if (day.isBefore(earliest) || day.isAfter(latest)) {
            reasons.add(new Reason.DateNotOffered(earliest, latest, late.citation()));
        }
        if (!day.isAfter(on)) {
            reasons.add(new Reason.DatePassed(day, late.citation()));
        }
        if (day.isBefore(date)) {
            var minimum = law.minimumMonths().at(day, on);
            return new Leaving(day, age(birthDate, day), minimum.value(), reasons, statutory, List.of(minimum));
        }
        return new Leaving(
                day,
                age(birthDate, day),
                retirement.minimumMonths(),
                reasons,
                statutory,
                day.isAfter(date) ? List.of(late) : List.of());
    }

    /** Completed months; who was born on the 31st completes one at the end of a shorter month. */
    private static Age age(LocalDate birthDate, LocalDate day) {
        var months = day.getMonthValue()
                - birthDate.getMonthValue()
                + (day.getYear() - birthDate.getYear()) * Plan.MONTHS_A_YEAR;
        return Age.ofMonths(birthDate.plusMonths(months).isAfter(day) ? months - 1 : months);
    }
}
