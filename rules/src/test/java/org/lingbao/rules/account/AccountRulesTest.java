package org.lingbao.rules.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Rate;

class AccountRulesTest {
    private static final Money OPENING = Money.yuan("20000");
    private static final Money MONTHLY = Money.yuan("353.28");
    private static final Rate RATE = Rate.of("0.0262");
    private static final AccountRules RULES = Law.standard().account();
    private static final Path FILES = Path.of("src/main/resources/rules");

    @TempDir
    Path pack;

    @ParameterizedTest
    @CsvSource({
        "2016, 0.0831", "2017, 0.0712", "2018, 0.0829", "2019, 0.0761", "2020, 0.0604",
        "2021, 0.0669", "2022, 0.0612", "2023, 0.0397", "2024, 0.0262", "2025, 0.015"
    })
    void each_published_year_has_its_own_rate(int year, String rate) {
        assertThat(RULES.rate(Year.of(year)).value()).isEqualTo(new CreditingRate(Rate.of(rate), false));
    }

    @ParameterizedTest
    @ValueSource(ints = {2026, 2027, 2060})
    void a_year_without_a_confirmed_rate_takes_the_last_one_provisionally(int year) {
        assertThat(RULES.rate(Year.of(year)).value()).isEqualTo(new CreditingRate(Rate.of("0.015"), true));
    }

    @Test
    void the_terms_of_a_year_say_only_what_was_confirmed() {
        assertThat(RULES.terms(Year.of(2025), LocalDate.MAX).value())
                .isEqualTo(new InterestTerms(new CreditingRate(Rate.of("0.015"), false), RoundingMode.HALF_UP, null));
        assertThat(RULES.terms(Year.of(2026), LocalDate.MAX).trace().children())
                .hasSize(2)
                .allSatisfy(used -> assertThat(used.status()).isNotEqualTo(Status.UNCERTAIN));
        assertThatThrownBy(() -> RULES.terms(Year.of(2015), LocalDate.MAX)).isInstanceOf(DataNotLoaded.class);
    }

    @Test
    void asked_before_a_year_began_its_rate_was_not_known() {
        assertThat(RULES.rate(Year.of(2021), LocalDate.parse("2020-12-31")).value())
                .isEqualTo(new CreditingRate(Rate.of("0.0604"), true));
        assertThat(RULES.rate(Year.of(2021), LocalDate.parse("2021-01-01")).value())
                .isEqualTo(new CreditingRate(Rate.of("0.0669"), false));
    }

    @Test
    void before_2016_each_province_had_its_own_rate_and_none_is_guessed() {
        assertThatThrownBy(() -> RULES.rate(Year.of(2015))).isInstanceOf(DataNotLoaded.class);
        assertThatThrownBy(() -> RULES.rate(Year.of(2016), LocalDate.parse("2015-12-31")))
                .isInstanceOf(DataNotLoaded.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"370700", "210100", "310000", "110000"})
    void the_rate_of_a_resident_account_is_the_provinces_and_none_is_loaded(String place) {
        var rules = Law.standard().account();
        assertThatThrownBy(() -> rules.residentRate(new Place(place), Year.of(2024), LocalDate.MAX))
                .isInstanceOf(DataNotLoaded.class)
                .hasMessageContaining(place.substring(0, 2) + "0000: resident/crediting-rate");
    }

    @Test
    void a_province_that_is_loaded_answers_for_its_residents_alone() throws IOException {
        var file = pack.resolve("370000/resident/crediting-rate.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, Files.readString(FILES.resolve("national/employee/crediting-rate.yaml")));
        var rules = Law.of(RuleFiles.standard().overlaidBy(pack)).account();
        assertThat(rules.residentRate(new Place("370702"), Year.of(2024), LocalDate.MAX)
                        .value())
                .isEqualTo(new CreditingRate(Rate.of("0.0262"), false));
    }

    @Test
    void the_unconfirmed_rate_of_2026_is_in_no_trace() {
        var trace = RULES.rate(Year.of(2026)).trace();
        assertThat(trace.text().zh()).isEqualTo("2026 年记账利率：0.015（暂按最近公布的）");
        assertThat(trace.status()).isEqualTo(Status.OFFICIAL);
    }

    @Test
    void with_monthly_products_january_counts_twelve_months_and_december_one() {
        var january = RULES.payingIn(Money.ZERO, only(0), RATE, InterestMethod.MONTHLY_PRODUCT)
                .value();
        var december = RULES.payingIn(Money.ZERO, only(11), RATE, InterestMethod.MONTHLY_PRODUCT)
                .value();

        assertThat(january.product()).isEqualTo(MONTHLY.times(12));
        assertThat(december.product()).isEqualTo(MONTHLY);
    }

    @Test
    void the_annual_method_does_not_ask_when_the_money_came() {
        assertThat(RULES.payingIn(OPENING, only(0), RATE, InterestMethod.ANNUAL)
                        .value()
                        .closing())
                .isEqualTo(RULES.payingIn(OPENING, only(11), RATE, InterestMethod.ANNUAL)
                        .value()
                        .closing());
    }

    @Test
    void a_year_of_drawing_bears_interest_on_each_months_rest() {
        // 1000 a month of 20000: 8000 lay there all year, and 1000 × (0 + 1 + … + 11) months until paid.
        var year = RULES.drawing(OPENING, Collections.nCopies(12, Money.yuan("1000")), RATE)
                .value();

        assertThat(year.product()).isEqualTo(Money.yuan("66000"));
        assertThat(year.openingInterest()).isEqualTo(Money.yuan("209.60"));
        assertThat(year.movedInterest()).isEqualTo(Money.yuan("144.10"));
        assertThat(year.closing()).isEqualTo(Money.yuan("8353.70"));
    }

    @Test
    void nobody_draws_more_than_there_is() {
        var all = Collections.nCopies(12, Money.yuan("2000"));
        assertThatThrownBy(() -> RULES.drawing(OPENING, all, RATE)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(InterestMethod.class)
    void a_year_has_twelve_months_and_no_negative_amounts(InterestMethod method) {
        var eleven = Collections.nCopies(11, MONTHLY);
        var negative = new ArrayList<>(only(3));
        negative.set(5, MONTHLY.negate());

        for (var credits : List.of(eleven, List.<Money>of(), negative)) {
            assertThatThrownBy(() -> RULES.payingIn(OPENING, credits, RATE, method))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> RULES.payingIn(OPENING.negate(), only(1), RATE, method))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_overflow_is_an_error() {
        var most = RULES.payingIn(new Money(Long.MAX_VALUE), only(0), RATE, InterestMethod.MONTHLY_PRODUCT)
                .value();
        assertThatThrownBy(most::closing).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void with_equal_credits_both_methods_agree_but_for_a_fen_or_two() {
        qt().forAll(longs().between(0, 200_000), integers().between(0, 1000)).check((monthly, basisPoints) -> {
            var rate = new Rate(BigDecimal.valueOf(basisPoints, 4));
            var credits = Collections.nCopies(12, new Money(monthly));
            var products = RULES.payingIn(OPENING, credits, rate, InterestMethod.MONTHLY_PRODUCT);
            var annual = RULES.payingIn(OPENING, credits, rate, InterestMethod.ANNUAL);
            // 78 of 12 × 12 months are 13/24 of a year; 1.083 / 2 falls short of it by 1/6000.
            var shortfall = products.value().closing().minus(annual.value().closing());
            return Math.abs(shortfall.fen()) <= 1 + monthly * 12 * basisPoints / 10_000 / 6000 + 1;
        });
    }

    @Test
    void a_year_by_its_sums_is_the_year_by_its_months() {
        qt().forAll(
                        longs().between(0, 100_000_000),
                        longs().between(0, 200_000),
                        integers().between(0, 11))
                .check((opening, monthly, paidFrom) -> {
                    var credits = new ArrayList<>(Collections.nCopies(12, new Money(monthly)));
                    Collections.fill(credits.subList(0, paidFrom), Money.ZERO);
                    var year = RULES.payingIn(new Money(opening), credits, RATE, InterestMethod.MONTHLY_PRODUCT)
                            .value();
                    return RULES.closing(year.opening(), year.moved(), year.product(), RATE)
                            .equals(year.closing());
                });
    }

    @Test
    void more_in_an_account_never_becomes_less() {
        qt().forAll(longs().between(0, 100_000_000), longs().between(0, 100_000), longs().between(0, 100_000))
                .check((opening, less, more) -> {
                    var low = new Money(Math.min(less, more));
                    var high = new Money(Math.max(less, more));
                    return closing(opening, low).compareTo(closing(opening, high)) <= 0;
                });
    }

    @Test
    void the_trace_tells_the_year_in_one_sentence() {
        var trace = RULES.payingIn(OPENING, Collections.nCopies(12, MONTHLY), RATE, InterestMethod.ANNUAL)
                .trace();

        assertThat(trace.text().en())
                .isEqualTo("A year of the account (the annual method, rate 0.0262): opening 20000.00, during the year"
                        + " 4239.36, interest 524.00 + 60.15, closing 24823.51 yuan");
        assertThat(trace.children())
                .extracting(child -> child.rule())
                .containsExactly("national/employee/annual-method-factor", "national/employee/interest-rounding");
    }

    private static Money closing(long opening, Money monthly) {
        return RULES.payingIn(
                        new Money(opening), Collections.nCopies(12, monthly), RATE, InterestMethod.MONTHLY_PRODUCT)
                .value()
                .closing();
    }

    private static List<Money> only(int month) {
        var credits = new ArrayList<>(Collections.nCopies(12, Money.ZERO));
        credits.set(month, MONTHLY);
        return credits;
    }
}
