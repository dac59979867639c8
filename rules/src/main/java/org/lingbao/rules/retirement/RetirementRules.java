package org.lingbao.rules.retirement;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Trace;

/**
 * The statutory retirement age (法定退休年龄) with its gradual delay from 2025, flexible retirement, and the minimum contribution
 * months. Every date is the birth date plus an age in months, then clamped to the month's end; never reckoned from a clamped date.
 */
public final class RetirementRules {

    private RetirementRules() {}

    /** As the law is known today, with all that is loaded. */
    public static Explained<Retirement> of(Category category, LocalDate birthDate) {
        return of(category, birthDate, LocalDate.MAX);
    }

    /**
     * @param known only what was published by that day counts
     * @throws org.lingbao.rules.data.DataNotLoaded for a birth so early that the person retired before the ages of the law
     */
    public static Explained<Retirement> of(Category category, LocalDate birthDate, LocalDate known) {
        var law = RetirementLaw.LOADED;
        var original = law.originalAge(category).at(known, known);
        var originalMonths = Age.ofYears(original.value()).inMonths();
        var delay = law.delay(category).at(birthDate.plusMonths(originalMonths), known);
        var delayMonths = delay.value().monthsFor(birthDate);
        var age = originalMonths + delayMonths;
        var statutoryDate = birthDate.plusMonths(age);
        var minimum = law.minimumMonths().at(statutoryDate, known);
        var used = Stream.of(original.trace(), delay.trace(), minimum.trace());

        @Nullable LocalDate earliest = null;
        @Nullable LocalDate latest = null;
        if (delayMonths > 0) {
            var flexible = law.flexible().at(statutoryDate, known);
            earliest = birthDate.plusMonths(
                    Math.max(originalMonths, age - flexible.value().earlyMonths()));
            latest = birthDate.plusMonths(age + flexible.value().lateMonths());
            used = Stream.concat(used, Stream.of(flexible.trace()));
        }
        var retirement =
                new Retirement(delayMonths, Age.ofMonths(age), statutoryDate, minimum.value(), earliest, latest);
        var article = delay.citation().text();
        return new Explained<>(retirement, trace(category, birthDate, article, retirement, used.toList()));
    }

    private static Trace trace(
            Category category, LocalDate birthDate, String article, Retirement retirement, List<Trace> used) {
        var inputs = new LinkedHashMap<String, String>();
        inputs.put("category", category.name());
        inputs.put("birthDate", birthDate.toString());
        return new Trace(
                "retirement.age", article, inputs, retirement.statutoryDate().toString(), used);
    }
}
