package org.lingbao.rules.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.lingbao.rules.Law;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.value.Place;

class MedicalWaitingRulesTest {
    private static final Place SHANGHAI = new Place("310101");
    private static final YearMonth JOINS = YearMonth.of(2026, 1);
    private static final LocalDate ON = LocalDate.of(2026, 1, 15);

    @Test
    void the_month_is_to_be_confirmed_by_hand() {
        var month = Law.standard().medicalWaiting().paysFrom(SHANGHAI, JOINS, null, ON);
        assertThat(month.value()).isEqualTo(YearMonth.of(2026, 7));
        assertThat(month.trace().status()).isEqualTo(Status.UNCERTAIN);
        assertThat(month.trace().text().en()).contains("insured until never before");
    }

    @Test
    void nobody_joins_who_is_still_insured() {
        assertThatThrownBy(() -> Law.standard().medicalWaiting().paysFrom(SHANGHAI, JOINS, JOINS, ON))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
