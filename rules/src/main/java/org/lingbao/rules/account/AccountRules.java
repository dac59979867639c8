package org.lingbao.rules.account;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.stream.Stream;
import org.lingbao.rules.data.Parameter;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.data.PerProvince;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Rate;
import org.lingbao.rules.value.Scheme;

/**
 * What individual accounts (个人账户) earn. A year of an account is the calendar year; interest is rounded once a year, that on what
 * lay there all year and that on what moved each for itself.
 */
public final class AccountRules {
    private static final int MONTHS_A_YEAR = 12;

    private final AccountLaw law;
    private final PerProvince<Parameter<Rate>> residentRates;

    public AccountRules(RuleFiles files) {
        law = AccountLaw.of(files);
        residentRates = new PerProvince<>((province, scheme) -> files.provincial(
                        province, "resident/crediting-rate", value -> Rate.of(value.text()))
                .confirmed());
    }

    /** As known today, with all that is loaded. */
    public Explained<CreditingRate> rate(Year year) {
        return rate(year, LocalDate.MAX);
    }

    /**
     * The crediting rate (记账利率) of a year; before it is published, the last published one, provisionally.
     *
     * @param on the day of asking: later publications are not yet known
     * @throws org.lingbao.rules.data.DataNotLoaded for a year in which each province had its own rate
     */
    public Explained<CreditingRate> rate(Year year, LocalDate on) {
        return explained(law.creditingRate().at(year.atDay(1), on), year);
    }

    /**
     * What the interest of a year is reckoned with, by the monthly product.
     *
     * @param on the day of asking: later publications are not yet known
     * @throws org.lingbao.rules.data.DataNotLoaded for a year in which each province had its own rate
     */
    public Explained<InterestTerms> terms(Year year, LocalDate on) {
        var rate = rate(year, on);
        var from = law.interestMonth().find(year.atDay(1), on);
        return new Explained<>(
                new InterestTerms(
                        rate.value(),
                        law.rounding().value(),
                        from.map(Version::value).orElse(null)),
                () -> Trace.of(
                        "account.terms",
                        law.annualFactor().citation().text(),
                        Inputs.of("year", year),
                        rate.value().rate(),
                        Stream.concat(
                                        Stream.of(rate.trace(), law.rounding().trace()),
                                        from.stream().map(Version::trace))
                                .toList()));
    }

    private static Explained<CreditingRate> explained(Version<Rate> version, Year year) {
        var provisional = version.effective().getYear() != year.getValue();
        return new Explained<>(
                new CreditingRate(version.value(), provisional),
                () -> Trace.of(
                        "account.rate",
                        version.citation().text(),
                        Inputs.of("year", year).and("status", provisional ? "PROVISIONAL" : "OFFICIAL"),
                        version.value(),
                        List.of(version.trace())));
    }

    /**
     * The rate of a year for accounts of the resident scheme, which each province sets; no other stands in for it.
     *
     * @param on the day of asking: later publications are not yet known
     * @throws org.lingbao.rules.data.DataNotLoaded where the province's rate is not loaded
     */
    public Explained<CreditingRate> residentRate(Place place, Year year, LocalDate on) {
        return explained(residentRates.of(place, Scheme.RESIDENT).at(year.atDay(1), on), year);
    }

    /**
     * A year of paying in.
     *
     * @param opening the balance at the end of the year before
     * @param credits what was credited in each month, January first
     * @throws IllegalArgumentException for a negative amount, or not twelve months
     */
    public Explained<AccountYear> payingIn(Money opening, List<Money> credits, Rate rate, InterestMethod method) {
        var months = new MonthlyAmounts(credits);
        var credited = months.total();
        var product = months.productToYearEnd();
        var openingInterest = yearly(opening, rate);
        return switch (method) {
            case MONTHLY_PRODUCT ->
                explained(
                        new AccountYear(opening, credited, product, openingInterest, monthly(product, rate)),
                        method.name(),
                        rate,
                        List.of(law.rounding()));
            case ANNUAL ->
                explained(
                        new AccountYear(opening, credited, product, openingInterest, annual(credited, rate)),
                        method.name(),
                        rate,
                        List.of(law.annualFactor(), law.rounding()));
        };
    }

    /**
     * A year of drawing: interest runs on what each month's payment leaves.
     *
     * @param payments what was paid out of the account in each month, January first
     * @throws IllegalArgumentException for a negative amount, not twelve months, or payments beyond the opening balance
     */
    public Explained<AccountYear> drawing(Money opening, List<Money> payments, Rate rate) {
        var months = new MonthlyAmounts(payments);
        var paid = months.total();
        var product = months.productFromYearStart();
        return explained(
                new AccountYear(
                        opening, paid.negate(), product, yearly(opening.minus(paid), rate), monthly(product, rate)),
                "DRAWING",
                rate,
                List.of(law.rounding()));
    }

    /**
     * The balance at the end of a year of which only the sums are known, as a forecast has it.
     *
     * @param product each month's credit times the months from its own to the year's end, summed (月积数)
     */
    public Money closing(Money opening, Money credited, Money product, Rate rate) {
        return opening.plus(credited).plus(yearly(opening, rate)).plus(monthly(product, rate));
    }

    private Money yearly(Money balance, Rate rate) {
        if (balance.isNegative()) {
            throw new IllegalArgumentException("negative balance: " + balance);
        }
        return balance.times(rate, law.rounding().value());
    }

    private Money monthly(Money product, Rate rate) {
        return product.times(rate, MONTHS_A_YEAR, law.rounding().value());
    }

    private Money annual(Money credited, Rate rate) {
        return credited.times(
                rate.times(law.annualFactor().value()), 2, law.rounding().value());
    }

    private Explained<AccountYear> explained(AccountYear year, String method, Rate rate, List<Version<?>> used) {
        return new Explained<>(
                year,
                () -> Trace.of(
                        "account.interest",
                        law.annualFactor().citation().text(),
                        Inputs.of("method", method)
                                .and("rate", rate)
                                .and("opening", year.opening())
                                .and("moved", year.moved())
                                .and("product", year.product())
                                .and("openingInterest", year.openingInterest())
                                .and("movedInterest", year.movedInterest()),
                        year.closing(),
                        used.stream().map(Version::trace).toList()));
    }
}
