package org.lingbao.rules.employment;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.contribution.Limits;
import org.lingbao.rules.data.Parameter;
import org.lingbao.rules.data.PerProvince;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.employment.EmployedContribution.Due;
import org.lingbao.rules.employment.Hiring.Reason;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.retirement.Category;
import org.lingbao.rules.retirement.RetirementRules;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Rate;
import org.lingbao.rules.value.Scheme;

/** Being insured by an employer (单位参保): who may be, over which months, and what is paid for one. */
public final class EmploymentRules {
    private static final String RULE = "employment.";

    private final Parameter<MonthLaw> months;
    private final Parameter<Integer> workingAge;
    private final RetirementRules retirement;
    private final PerProvince<ContributionLaw> contributions;
    private final PerProvince<Parameter<Set<InjuryCover.Kind>>> injury;

    /** A province's parameters of an employee's month. */
    private record ContributionLaw(
            Parameter<Limits> limits,
            Parameter<Rate> personal,
            Parameter<Rate> employer,
            Parameter<RoundingMode> rounding) {
        static ContributionLaw of(RuleFiles files, Place place) {
            return new ContributionLaw(
                    files.provincial(place, "employee/limits", Limits::read),
                    files.provincialOrNational(place, "employee/account-rate", EmploymentRules::rate),
                    files.provincialOrNational(place, "employee/employer-rate", EmploymentRules::rate),
                    files.provincialOrNational(
                            place, "employee/contribution-rounding", value -> RoundingMode.valueOf(value.text())));
        }
    }

    public EmploymentRules(RuleFiles files, RetirementRules retirement) {
        this.retirement = retirement;
        months = files.national("employee/employment-months", MonthLaw::read);
        workingAge = files.national("employee/minimum-age", RuleValue::number);
        contributions = new PerProvince<>((province, scheme) -> ContributionLaw.of(files, province));
        injury = new PerProvince<>(
                (province, scheme) -> files.provincial(province, "injury/insured", EmploymentRules::kinds));
    }

    private static Set<InjuryCover.Kind> kinds(RuleValue value) {
        return value.words().stream().map(InjuryCover.Kind::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static Rate rate(RuleValue value) {
        return Rate.of(value.text());
    }

    /**
     * The months of an employment. What the person has paid stands at either edge: it is the employer's first month that moves on,
     * or the last one that moves back.
     *
     * @param paid the months that the person has paid as a flexible worker
     * @param notBefore months before it are another employer's; null: none are
     * @throws org.lingbao.rules.data.DataNotLoaded for an employment that began before the law in force
     */
    public Explained<EmployedMonths> months(Spell spell, Set<YearMonth> paid, @Nullable YearMonth notBefore) {
        var law = months.at(spell.startsOn(), LocalDate.MAX);
        var standing = law.value().paid() == MonthLaw.Paid.STANDS ? paid : Set.<YearMonth>of();
        var from = law.value().first(spell.startsOn());
        if (notBefore != null && from.isBefore(notBefore)) {
            from = notBefore;
        }
        var stood = new TreeSet<YearMonth>();
        while (standing.contains(from)) {
            stood.add(from);
            from = from.plusMonths(1);
        }
        var to = spell.endedOn() == null ? null : law.value().last(spell.endedOn());
        while (to != null && !to.isBefore(from) && standing.contains(to)) {
            stood.add(to);
            to = to.minusMonths(1);
        }
        var found = new EmployedMonths(from, to);
        return new Explained<>(found, () -> trace(spell, stood, found, law));
    }

    /**
     * Whether a person may be insured as an employee. Of women the later retirement age counts: whether the earlier one does
     * depends on the post, which nobody states here.
     *
     * @param on the day of asking
     * @throws org.lingbao.rules.data.DataNotLoaded for a first day before the law in force
     */
    public Explained<Hiring> hire(LocalDate birthDate, Sex sex, LocalDate startsOn, LocalDate on) {
        var whose = months.at(startsOn, LocalDate.MAX);
        var minimum = workingAge.at(startsOn, on);
        var age = Period.between(birthDate, startsOn).getYears();
        var retires = retirement.of(sex == Sex.MALE ? Category.MALE_60 : Category.FEMALE_55, birthDate, on);
        var reasons = new ArrayList<Reason>();
        if (age < minimum.value()) {
            reasons.add(new Reason.UnderWorkingAge(age, minimum.value(), minimum.citation()));
        }
        var retiresOn = retires.value().statutoryDate();
        if (!retiresOn.isAfter(startsOn)) {
            reasons.add(new Reason.Retired(retiresOn));
        }
        var outcome = reasons.isEmpty() ? new Hiring.Allowed() : new Hiring.Refused(reasons);
        return new Explained<>(
                outcome,
                () -> Trace.of(
                        RULE + "hire",
                        minimum.citation().text(),
                        Inputs.of("startsOn", startsOn).and("age", age).and("retiresOn", retiresOn),
                        codes(reasons),
                        List.of(minimum.trace(), retires.trace(), whose.trace())));
    }

    /**
     * Whether an employer insures a person against work injury alone. Of women the earlier retirement age counts, for whoever is past
     * it may draw a pension: whether it does depends on the post, which nobody states here.
     *
     * @param partTime whether the person works by the hour (非全日制)
     * @param on the day of asking
     * @throws org.lingbao.rules.data.DataNotLoaded where the province has no data for the scheme
     */
    public Explained<InjuryCover> injury(
            Place place, LocalDate birthDate, Sex sex, boolean partTime, LocalDate startsOn, LocalDate on) {
        var insured = injury.of(place, Scheme.INJURY).at(startsOn, on);
        var minimum = workingAge.at(startsOn, on);
        var age = Period.between(birthDate, startsOn).getYears();
        var retires = retirement.of(sex == Sex.MALE ? Category.MALE_60 : Category.FEMALE_50, birthDate, on);
        var retiresOn = retires.value().statutoryDate();
        var kinds = insured.value();
        var reasons = new ArrayList<InjuryCover.Reason>();
        if (age < minimum.value()) {
            reasons.add(new InjuryCover.Reason.UnderWorkingAge(age, minimum.value(), minimum.citation()));
        }
        var overAge = !retiresOn.isAfter(startsOn) && kinds.contains(InjuryCover.Kind.OVER_AGE);
        if (!overAge && !(partTime && kinds.contains(InjuryCover.Kind.PART_TIME))) {
            reasons.add(new InjuryCover.Reason.EmployeeSchemeRequired(retiresOn, insured.citation()));
        }
        var outcome = reasons.isEmpty() ? new InjuryCover.Allowed() : new InjuryCover.Refused(reasons);
        return new Explained<>(
                outcome,
                () -> Trace.of(
                        RULE + "injury",
                        insured.citation().text(),
                        Inputs.of("startsOn", startsOn)
                                .and("age", age)
                                .and("retiresOn", retiresOn)
                                .and("partTime", partTime),
                        reasons.isEmpty()
                                ? "ALLOWED"
                                : reasons.stream()
                                        .map(InjuryCover.Reason::code)
                                        .sorted()
                                        .collect(Collectors.joining(" ")),
                        List.of(insured.trace(), minimum.trace(), retires.trace())));
    }

    /**
     * What is paid for one month.
     *
     * @param on the day of asking: later publications are not yet known
     * @throws org.lingbao.rules.data.DataNotLoaded if the province has no data for the month
     */
    public Explained<EmployedContribution> contribution(Place place, YearMonth month, Money base, LocalDate on) {
        var law = contributions.of(place, Scheme.EMPLOYEE);
        var day = month.atDay(1);
        var limits = law.limits().at(day, on);
        var personal = law.personal().at(day, on);
        var employer = law.employer().at(day, on);
        var rounding = law.rounding().at(day, on);
        var inside = base.compareTo(limits.value().lower()) >= 0
                && base.compareTo(limits.value().upper()) <= 0;
        var due = inside
                ? new Due(
                        base,
                        base.times(personal.value(), rounding.value()),
                        base.times(employer.value(), rounding.value()))
                : new EmployedContribution.Refused(List.of(EmployedContribution.Reason.BASE_OUTSIDE_LIMITS));
        return new Explained<>(
                due,
                () -> Trace.of(
                        RULE + "contribution",
                        employer.citation().text(),
                        Inputs.of("place", place)
                                .and("month", month)
                                .and("base", base)
                                .and("personalRate", personal.value())
                                .and("employerRate", employer.value()),
                        due instanceof Due(var of, var own, var employers)
                                ? own.toYuan() + " + " + employers.toYuan()
                                : EmployedContribution.Reason.BASE_OUTSIDE_LIMITS,
                        List.of(limits.trace(), personal.trace(), employer.trace(), rounding.trace())));
    }

    private static Trace trace(
            Spell spell, Set<YearMonth> paid, EmployedMonths found, Parameter.Version<MonthLaw> law) {
        var ended = spell.endedOn();
        var to = found.to();
        return Trace.of(
                RULE + "months",
                law.citation().text(),
                Inputs.of("startsOn", spell.startsOn())
                        .and("endedOn", ended == null ? "OPEN" : ended)
                        .and("paid", paid.isEmpty() ? "NONE" : written(paid)),
                found.isEmpty() ? "NONE" : found.from() + " – " + (to == null ? "…" : to),
                List.of(law.trace()));
    }

    private static String written(Set<YearMonth> months) {
        return months.stream().sorted().map(YearMonth::toString).collect(Collectors.joining(" "));
    }

    private static String codes(List<Reason> reasons) {
        return reasons.isEmpty()
                ? "ALLOWED"
                : reasons.stream().map(Reason::code).sorted().collect(Collectors.joining(" "));
    }
}
