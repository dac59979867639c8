package org.lingbao.rules.retirement;

import java.time.LocalDate;
import java.util.List;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;

/**
 * The statutory retirement age (法定退休年龄) with its gradual delay from 2025, flexible retirement, and the minimum contribution
 * months. Every date is the birth date plus an age in months, then clamped to the month's end; never reckoned from a clamped date.
 */
public final class RetirementRules {

    private final RetirementLaw law;

    public RetirementRules(RuleFiles files) {
        law = RetirementLaw.of(files);
    }

    /** As the law is known today, with all that is loaded. */
    public Explained<Retirement> of(Category category, LocalDate birthDate) {
        return of(category, birthDate, LocalDate.MAX);
    }

    /**
     * @param known only what was published by that day counts
     * @throws org.lingbao.rules.data.DataNotLoaded for a birth so early that the person retired before the ages of the law
     */
    public Explained<Retirement> of(Category category, LocalDate birthDate, LocalDate known) {
        var original = law.originalAge(category).at(known, known);
        var originalMonths = Age.ofYears(original.value()).inMonths();
        var delay = law.delay(category).at(birthDate.plusMonths(originalMonths), known);
        var delayMonths = delay.value().monthsFor(birthDate);
        var age = originalMonths + delayMonths;
        var statutoryDate = birthDate.plusMonths(age);
        var minimum = law.minimumMonths().at(statutoryDate, known);
        if (delayMonths == 0) {
            var retirement = new Retirement(delayMonths, Age.ofMonths(age), statutoryDate, minimum.value(), null, null);
            return explained(category, birthDate, retirement, List.of(original, delay, minimum));
        }
        var flexible = law.flexible().at(statutoryDate, known);
        var earliest = birthDate.plusMonths(
                Math.max(originalMonths, age - flexible.value().earlyMonths()));
        var latest = birthDate.plusMonths(age + flexible.value().lateMonths());
        var retirement =
                new Retirement(delayMonths, Age.ofMonths(age), statutoryDate, minimum.value(), earliest, latest);
        return explained(category, birthDate, retirement, List.of(original, delay, minimum, flexible));
    }

    private static Explained<Retirement> explained(
            Category category, LocalDate birthDate, Retirement retirement, List<Version<?>> used) {
        var delay = used.get(1);
        return new Explained<>(
                retirement,
                () -> Trace.of(
                        "retirement.age",
                        delay.citation().text(),
                        Inputs.of("category", category)
                                .and("birthDate", birthDate)
                                .and("years", retirement.age().years())
                                .and("months", retirement.age().months()),
                        retirement.statutoryDate(),
                        used.stream().map(Version::trace).toList()));
    }
}
