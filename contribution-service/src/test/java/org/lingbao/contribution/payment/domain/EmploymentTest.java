package org.lingbao.contribution.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.payment.domain.Employment.Reason;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

class EmploymentTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final Employment EMPLOYMENT =
            new Employment(new Place("370700"), YearMonth.of(2026, 10), YearMonth.of(2027, 2));

    @Test
    void base_times_rates_is_what_is_due() {
        assertThat(EMPLOYMENT.against(NOVEMBER, yuan("6000"), yuan("480"), yuan("960"), TODAY))
                .isEmpty();
    }

    @Test
    void every_reason_is_told() {
        assertThat(EMPLOYMENT.against(YearMonth.of(2027, 3), yuan("6000"), yuan("480.01"), yuan("959.99"), TODAY))
                .containsExactlyInAnyOrder(
                        Reason.NOT_EMPLOYED_IN_MONTH,
                        Reason.MONTH_NOT_OPEN,
                        Reason.PERSONAL_SHARE_DIFFERS,
                        Reason.EMPLOYER_SHARE_DIFFERS);
        assertThat(EMPLOYMENT.against(YearMonth.of(2026, 9), yuan("4000"), yuan("320"), yuan("640"), TODAY))
                .containsExactlyInAnyOrder(Reason.NOT_EMPLOYED_IN_MONTH, Reason.BASE_OUTSIDE_LIMITS);
    }

    @Test
    void what_the_rules_do_not_know_cannot_be_assessed() {
        assertThat(new Employment(new Place("440300"), NOVEMBER, null)
                        .against(NOVEMBER, yuan("6000"), yuan("480"), yuan("960"), TODAY))
                .containsExactly(Reason.NOT_ASSESSABLE);
    }

    private static Money yuan(String amount) {
        return Money.yuan(amount);
    }
}
