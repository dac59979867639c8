package org.lingbao.rules.forecast;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import org.lingbao.rules.account.AccountRules;
import org.lingbao.rules.account.CreditingRate;
import org.lingbao.rules.contribution.ContributionRules;
import org.lingbao.rules.data.PerProvince;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.forecast.Forecast.Expected;
import org.lingbao.rules.forecast.Forecast.Reason;
import org.lingbao.rules.forecast.Forecast.Refused;
import org.lingbao.rules.pension.BaseWage;
import org.lingbao.rules.pension.BenefitBaseWageRules;
import org.lingbao.rules.pension.Contributed;
import org.lingbao.rules.pension.Entitlement;
import org.lingbao.rules.pension.PayoutRules;
import org.lingbao.rules.pension.PensionRules;
import org.lingbao.rules.retirement.RetirementRules;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.value.Scheme;

/**
 * What a plan of paying on will give (养老金测算): more a month, two years longer, retiring earlier. Nothing is guessed: what nobody
 * knows yet is an assumption of the question, and the law is the one that is known on the day of asking.
 */
public final class ForecastRules {
    private final PerProvince<ForecastLaw> laws;
    private final RetirementRules retirement;
    private final ContributionRules contribution;
    private final AccountRules account;
    private final PayoutRules payout;
    private final BenefitBaseWageRules baseWage;
    private final PensionRules pension;

    public ForecastRules(
            RuleFiles files,
            RetirementRules retirement,
            ContributionRules contribution,
            AccountRules account,
            PayoutRules payout,
            BenefitBaseWageRules baseWage,
            PensionRules pension) {
        laws = new PerProvince<>((province, scheme) -> ForecastLaw.of(files, province));
        this.retirement = retirement;
        this.contribution = contribution;
        this.account = account;
        this.payout = payout;
        this.baseWage = baseWage;
        this.pension = pension;
    }

    /**
     * @throws org.lingbao.rules.data.DataNotLoaded if the place has no data for the day of asking, or the age none for the payout
     * @throws IllegalArgumentException where the province reckons with the index before individual accounts and none is given
     */
    public Explained<Forecast> of(Question question) {
        var law = laws.of(question.place(), Scheme.EMPLOYEE);
        var on = question.on();
        var inForce = law.on(question);
        var leaving = Leaving.of(question, law, retirement);
        var base = PlannedBase.of(question, law.tiersOnly().at(on, on).value(), inForce, contribution);
        if (!leaving.reasons().isEmpty() || !base.reasons().isEmpty()) {
            var reasons = new ArrayList<Reason>(leaving.reasons());
            reasons.addAll(base.reasons());
            var refused = new Refused(reasons);
            return new Explained<>(refused, () -> ForecastTrace.refused(question, refused, leaving, base));
        }
        var crediting = crediting(question);
        var projection = new Projection(question, inForce, account, base.amount(), crediting.value(), leaving.day());
        var end = projection.atRetirement();
        var wage = baseWage.of(question.place(), leaving.day(), on);
        var grown = grown(wage.value(), projection, leaving.day());
        var months = payout.of(leaving.age(), leaving.day(), on);
        var entitlement = new Entitlement(
                question.place(),
                grown.amount(),
                projection.averageIndex(end),
                new Contributed.Months(end.months()),
                new Contributed.Months(question.past().preAccountMonths()),
                question.past().preAccountIndex(),
                null,
                end.balance(),
                months.value());
        var monthly = pension.monthly(entitlement, leaving.day(), on);
        var expected = new Expected(
                leaving.day(),
                leaving.age(),
                months.value(),
                leaving.minimumMonths(),
                end.months(),
                entitlement.averageIndex(),
                grown,
                crediting.value(),
                end.balance(),
                end.paidIn(),
                monthly.value());
        return new Explained<>(
                expected,
                () -> new ForecastTrace(question, leaving, base, projection, crediting, wage, months, monthly)
                        .root(expected));
    }

    private Explained<CreditingRate> crediting(Question question) {
        var known = account.rate(Year.of(question.on().getYear()), question.on());
        var assumed = question.assumptions().creditingRate();
        return assumed == null ? known : known.map(rate -> new CreditingRate(assumed, true));
    }

    private static BaseWage grown(BaseWage wage, Projection projection, LocalDate retirement) {
        var amount = wage.amount();
        for (var year = wage.year().getValue(); year < retirement.getYear(); year++) {
            amount = projection.grown(amount);
        }
        return new BaseWage(amount, wage.year(), wage.provisional());
    }
}
