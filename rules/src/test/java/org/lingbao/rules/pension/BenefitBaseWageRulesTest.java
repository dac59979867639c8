package org.lingbao.rules.pension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Year;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

class BenefitBaseWageRulesTest {

    @ParameterizedTest
    @CsvSource({
        "370700, 2022-05-01, 7182.50",
        "370702, 2025-03-01, 7831.00",
        "210600, 2025-03-01, 7346.00",
        "210100, 2025-03-01, 8390.00",
        "210102, 2024-03-01, 8266.00",
        "210200, 2020-01-01, 7679.00",
        "310115, 2026-01-31, 12577.00"
    })
    void a_city_with_a_wage_of_its_own_keeps_it_and_others_take_the_provinces(
            String place, String retirement, String wage) {
        var found = wage(place, retirement, "2026-11-21").value();
        assertThat(found.amount()).isEqualTo(Money.yuan(wage));
        assertThat(found.provisional()).isFalse();
    }

    @Test
    void before_the_year_has_its_wage_the_last_one_stands_in_provisionally() {
        assertThat(wage("370700", "2025-09-15", "2025-09-15").value())
                .isEqualTo(new BaseWage(Money.yuan("7678"), Year.of(2024), true));
        assertThat(wage("370700", "2025-09-15", "2025-10-31").value())
                .isEqualTo(new BaseWage(Money.yuan("7831"), Year.of(2025), false));
        assertThat(wage("370700", "2026-09-15", "2026-11-21").value())
                .isEqualTo(new BaseWage(Money.yuan("7831"), Year.of(2025), true));
    }

    @Test
    void hezes_wage_is_marked_as_not_confirmed_and_is_unknown_before() {
        assertThat(wage("371702", "2025-03-01", "2026-11-21").trace().status()).isEqualTo(Status.UNCERTAIN);
        assertThatThrownBy(() -> wage("371702", "2024-03-01", "2026-11-21")).isInstanceOf(DataNotLoaded.class);
    }

    @ParameterizedTest
    @CsvSource({"370700, 2019-12-31", "210100, 2019-12-31", "110000, 2025-01-01"})
    void a_year_or_a_place_that_is_not_loaded_is_not_guessed(String place, String retirement) {
        assertThatThrownBy(() -> wage(place, retirement, "2026-11-21")).isInstanceOf(DataNotLoaded.class);
    }

    @Test
    void the_trace_says_which_year_stands_in() {
        assertThat(wage("370700", "2026-09-15", "2026-11-21").trace().text().zh())
                .isEqualTo("370700 2026 年退休的计发基数：2025 年 7831.00 元（暂按最近公布的）");
    }

    private static Explained<BaseWage> wage(String place, String retirement, String known) {
        return Law.standard().baseWage().of(new Place(place), LocalDate.parse(retirement), LocalDate.parse(known));
    }
}
