package org.lingbao.rules.pension;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.lingbao.rules.data.Parameter;
import org.lingbao.rules.data.PerProvince;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.retirement.Age;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** The monthly pension of the resident scheme: a basic pension for everyone, and the account over the payout months of the benefit age. */
public final class ResidentPensionRules {
    private static final String BASIC = "resident/basic-pension";

    private final Parameter<Integer> benefitAge;
    private final Parameter<Rounding> rounding;
    private final Parameter<Money> least;
    private final PerProvince<Parameter<Money>> basic;
    private final PayoutRules payout;

    private record Rounding(int decimals, RoundingMode mode) {
        static Rounding read(RuleValue value) {
            var table = value.keys("decimals", "rounding");
            return new Rounding(
                    Integer.parseInt(table.entry("decimals")), RoundingMode.valueOf(table.entry("rounding")));
        }
    }

    public ResidentPensionRules(RuleFiles files, PayoutRules payout) {
        this.payout = payout;
        benefitAge = files.national("resident/benefit-age", RuleValue::number);
        rounding = files.national("resident/pension-rounding", Rounding::read);
        least = files.national(BASIC, ResidentPensionRules::money);
        basic = new PerProvince<>((province, scheme) -> files.provincial(province, BASIC, ResidentPensionRules::money));
    }

    private static Money money(RuleValue value) {
        return Money.yuan(value.text());
    }

    /**
     * The basic pension of a region on a day: the province's, but never less than the country's minimum.
     *
     * @throws org.lingbao.rules.data.DataNotLoaded if the province has none
     */
    public Explained<Money> basic(Place place, LocalDate day, LocalDate known) {
        var provincial = basic.of(place, Scheme.RESIDENT).at(day, known);
        var national = least.at(day, known);
        var governing = provincial.value().compareTo(national.value()) < 0 ? national : provincial;
        return new Explained<>(
                governing.value(),
                () -> Trace.of(
                        "pension.resident-basic",
                        governing.citation().text(),
                        Inputs.of("place", place).and("day", day),
                        governing.value(),
                        List.of(provincial.trace(), national.trace())));
    }

    /**
     * The day on which a person reaches the age from which the scheme pays.
     *
     * @param on the day of asking: by the law in force and known then
     */
    public Explained<BenefitAge> benefitAge(LocalDate birthDate, LocalDate on) {
        var age = benefitAge.at(on, on);
        var reached = new BenefitAge(birthDate.plusYears(age.value()), age.citation());
        return new Explained<>(
                reached,
                () -> Trace.of(
                        "pension.resident-age",
                        age.citation().text(),
                        Inputs.of("birthDate", birthDate).and("age", age.value()),
                        reached.reachedOn(),
                        List.of(age.trace())));
    }

    /** As known today, with all that is loaded. */
    public Explained<ResidentPension> monthly(Money basicPension, Money account) {
        return monthly(basicPension, account, LocalDate.MAX, LocalDate.MAX);
    }

    /**
     * @param account the account balance at the benefit age: own payments, collective aid, government subsidies, interest
     * @throws IllegalArgumentException for a negative amount
     */
    public Explained<ResidentPension> monthly(Money basicPension, Money account, LocalDate day, LocalDate known) {
        if (basicPension.isNegative() || account.isNegative()) {
            throw new IllegalArgumentException("negative: basic pension " + basicPension + ", account " + account);
        }
        var age = benefitAge.at(day, known);
        var round = rounding.at(day, known);
        var months = payout.of(Age.ofYears(age.value()), day, known);
        var part = account.inYuan()
                .divide(
                        months.value().count(),
                        round.value().decimals(),
                        round.value().mode());
        var pension = new ResidentPension(basicPension, Money.yuan(part));
        return new Explained<>(
                pension,
                () -> Trace.of(
                        "pension.resident",
                        age.citation().text(),
                        Inputs.of("basic", basicPension)
                                .and("balance", account)
                                .and("payoutMonths", months.value())
                                .and("account", pension.account()),
                        pension.total(),
                        List.of(age.trace(), months.trace(), round.trace())));
    }
}
