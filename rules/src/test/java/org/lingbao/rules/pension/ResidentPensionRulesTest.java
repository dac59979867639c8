package org.lingbao.rules.pension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

class ResidentPensionRulesTest {
    private static final ResidentPensionRules RULES = Law.standard().residentPension();

    @Test
    void a_pension_is_the_basic_part_and_the_account_over_the_months_of_sixty() {
        assertThat(RULES.monthly(Money.yuan("188"), Money.yuan("24000")).value())
                .isEqualTo(new ResidentPension(Money.yuan("188"), Money.yuan("172.66")));
    }

    @Test
    void an_empty_account_leaves_the_basic_part() {
        assertThat(RULES.monthly(Money.yuan("163"), Money.ZERO).value().total()).isEqualTo(Money.yuan("163"));
    }

    @Test
    void nothing_is_negative() {
        assertThatThrownBy(() -> RULES.monthly(Money.yuan("-1"), Money.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RULES.monthly(Money.ZERO, Money.yuan("-1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "370700, 2025-06-01, 188",
        "210600, 2025-06-01, 174",
        "310000, 2023-06-01, 1400",
        "310000, 2026-06-01, 1555"
    })
    void a_region_has_its_basic_pension(String place, String day, String amount) {
        assertThat(basic(place, day).value()).isEqualTo(Money.yuan(amount));
    }

    @Test
    void a_basic_pension_that_nobody_confirmed_says_so() {
        assertThat(basic("370700", "2026-06-01").trace().status()).isEqualTo(Status.UNCERTAIN);
    }

    @ParameterizedTest
    @CsvSource({"110000, 2025-06-01", "370700, 2023-12-31"})
    void a_region_that_is_not_loaded_is_not_guessed(String place, String day) {
        assertThatThrownBy(() -> basic(place, day)).isInstanceOf(DataNotLoaded.class);
    }

    @Test
    void more_in_the_account_never_gives_less() {
        qt().forAll(longs().between(0, 100_000_000), longs().between(0, 1_000_000))
                .check((account, more) -> total(account).compareTo(total(account + more)) <= 0);
    }

    @Test
    void the_trace_shows_both_parts() {
        var trace = RULES.monthly(Money.yuan("188"), Money.yuan("24000")).trace();
        assertThat(trace.text().en())
                .isEqualTo("Resident pension: basic 188.00 + account 24000.00 ÷ 139.0 = 360.66 yuan");
        assertThat(trace.children())
                .extracting(child -> child.rule())
                .containsExactly(
                        "national/resident/benefit-age", "pension.payout-months", "national/resident/pension-rounding");
    }

    @Test
    void the_scheme_pays_from_sixty_men_and_women_alike_and_says_where_that_stands() {
        var age = RULES.benefitAge(LocalDate.parse("1966-09-10"), LocalDate.parse("2026-09-01"));

        assertThat(age.value().reachedOn()).isEqualTo("2026-09-10");
        assertThat(age.value().citation().number()).isEqualTo("国发〔2014〕8号");
        assertThat(age.trace().text().en())
                .isEqualTo("Age from which the resident scheme pays: 60, reached on 2026-09-10");
    }

    private static Money total(long account) {
        return RULES.monthly(Money.yuan("188"), new Money(account)).value().total();
    }

    private static Explained<Money> basic(String place, String day) {
        return RULES.basic(new Place(place), LocalDate.parse(day), LocalDate.parse("2026-11-21"));
    }
}
