package org.lingbao.rules.contribution;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lingbao.rules.contribution.Assessment.Assessed;
import org.lingbao.rules.contribution.Assessment.Reason;
import org.lingbao.rules.contribution.Assessment.Refused;
import org.lingbao.rules.contribution.TopUp.Paid;
import org.lingbao.rules.data.Parameter;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.data.PerProvince;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/**
 * What a flexible worker's choice costs (应缴核定). One month is rounded, the period is one month times its months; the pooled part is
 * what the rounded account part leaves, so that no fen is lost. The limits known on the day of asking hold for the whole period.
 */
public final class ContributionRules {
    private static final String RULE = "contribution.assess";

    private final PerProvince<ContributionLaw> laws;
    private final PerProvince<PaymentLaw> paying;
    private final PerProvince<Parameter<ResidentTiers>> residentTiers;

    public ContributionRules(RuleFiles files) {
        laws = new PerProvince<>((province, scheme) -> ContributionLaw.of(files, province, scheme));
        paying = new PerProvince<>((province, scheme) -> PaymentLaw.of(files, province, scheme));
        residentTiers = new PerProvince<>((province, scheme) -> ResidentTiers.of(files, province));
    }

    /**
     * @param on the day of asking: later publications are not yet known
     * @throws org.lingbao.rules.data.DataNotLoaded if the province has no data for the scheme or the month
     */
    public Explained<Assessment> assess(Choice choice, LocalDate on) {
        var question = new Question(choice, on, laws.of(choice.place(), choice.scheme()));
        var base = ChosenBase.of(question);
        var timing = Timing.of(question);
        var reasons = new ArrayList<Reason>(base.reasons());
        reasons.addAll(timing.reasons());
        if (!reasons.isEmpty()) {
            var refused = new Refused(reasons);
            return new Explained<>(refused, () -> trace(question, codes(refused), used(base, timing, List.of())));
        }
        var split = MonthlySplit.of(base.amount(), question);
        var assessed = assessed(question, base.amount(), split.value(), timing);
        return new Explained<>(
                assessed,
                () -> trace(
                        question,
                        assessed.total().toYuan(),
                        used(base, timing, List.of(split.trace(), total(assessed, question)))));
    }

    /**
     * On what terms a month is paid, as known on a day.
     *
     * @throws org.lingbao.rules.data.DataNotLoaded as {@link #assess}
     */
    public Terms terms(Place place, Scheme scheme, YearMonth month, LocalDate on) {
        return laws.of(place, scheme).terms(month, on);
    }

    /**
     * The base that a choice amounts to, whenever it is paid.
     *
     * @throws org.lingbao.rules.data.DataNotLoaded as {@link #assess}
     */
    public ChosenBase base(Choice choice, LocalDate on) {
        return ChosenBase.of(new Question(choice, on, laws.of(choice.place(), choice.scheme())));
    }

    /**
     * Through what a place's contributions are paid (缴费渠道), as known on a day.
     *
     * @param on the day of paying
     * @throws org.lingbao.rules.data.DataNotLoaded if the province has no data for the scheme, or had none on that day
     */
    public Explained<PaymentChannels> channels(Place place, Scheme scheme, LocalDate on) {
        return paying.of(place, scheme).channels(place, scheme, on);
    }

    /**
     * What becomes of a month that was paid before its own year's limits were published (补差): booked it is final, and whether the
     * difference is asked for is the place's to say.
     *
     * @param on the day of asking, when those limits are known
     * @throws org.lingbao.rules.data.DataNotLoaded as {@link #assess}
     * @throws IllegalArgumentException if the choice could not be paid on the day on which it is said to be paid
     */
    public Explained<TopUp> topUp(Paid paid, LocalDate on) {
        var choice = paid.choice();
        return LateLimits.of(paid, on, laws.of(choice.place(), choice.scheme()));
    }

    /**
     * By which tiers a resident pays a year.
     *
     * @param day in the year that is paid for
     * @param on the day of asking: later publications are not yet known
     * @throws org.lingbao.rules.data.DataNotLoaded if the province's table is not loaded
     */
    public Explained<ResidentTiers> residentTiers(Place place, LocalDate day, LocalDate on) {
        return ResidentTiers.in(place, day, on, residentTiers.of(place, Scheme.RESIDENT));
    }

    private static Assessed assessed(Question question, Money base, Monthly monthly, Timing timing) {
        var choice = question.choice();
        var count = choice.period().months();
        var months =
                IntStream.range(0, count).mapToObj(choice.month()::plusMonths).toList();
        return new Assessed(
                base, monthly, months, monthly.total().times(count), timing.payableUntil(), question.provisional());
    }

    private static String codes(Refused refused) {
        return refused.reasons().stream().map(Reason::code).collect(Collectors.joining(" "));
    }

    private static List<Trace> used(ChosenBase base, Timing timing, List<Trace> results) {
        var laws = Stream.concat(base.used().stream(), timing.used().stream()).map(Version::trace);
        return Stream.concat(laws, results.stream()).toList();
    }

    private static Trace total(Assessed assessed, Question question) {
        return Trace.of(
                RULE + ".total",
                question.inForce(question.law().periods()).citation().text(),
                Inputs.of("monthly", assessed.monthly().total())
                        .and("months", assessed.months().size()),
                assessed.total(),
                List.of());
    }

    private static Trace trace(Question question, String outcome, List<Trace> used) {
        var article = question.inForce(question.law().limits()).citation().text();
        return Trace.of(RULE, article, question.inputs(), outcome, used);
    }
}
