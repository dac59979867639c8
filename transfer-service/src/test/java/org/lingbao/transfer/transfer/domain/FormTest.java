package org.lingbao.transfer.transfer.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lingbao.transfer.transfer.domain.Cases.DAY;
import static org.lingbao.transfer.transfer.domain.Cases.FORM;
import static org.lingbao.transfer.transfer.domain.Cases.SHENYANG;
import static org.lingbao.transfer.transfer.domain.Cases.form;
import static org.lingbao.transfer.transfer.domain.Cases.row;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.lingbao.rules.Law;
import org.lingbao.rules.value.Money;

class FormTest {
    @Test
    void its_rows_say_which_months_were_paid() {
        assertThat(FORM.months()).containsExactly(YearMonth.of(2026, 1), YearMonth.of(2026, 2), YearMonth.of(2026, 3));
    }

    @Test
    void a_month_in_two_rows_is_a_fault() {
        assertThat(form("960.00", "1440.00", "2400.00", 3, row(1, 2), row(2, 2)).faults(null, Law.standard(), DAY))
                .containsExactly(Reason.MONTH_TWICE);
    }

    @Test
    void money_that_is_not_the_total_is_a_fault() {
        assertThat(FORM.faults(Money.yuan("2399.99"), Law.standard(), DAY))
                .containsExactly(new Reason("FUNDS_RECEIVED"));
        assertThat(FORM.faults(FORM.total(), Law.standard(), DAY)).isEmpty();
    }

    @Test
    void a_row_is_of_one_year() {
        assertThatThrownBy(() ->
                        new Form.Row(SHENYANG, YearMonth.of(2025, 12), YearMonth.of(2026, 1), Money.ZERO, Money.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_subject_of_a_letter_is_never_printed() {
        assertThat(Cases.LETTER.toString()).doesNotContain("210102199001010012");
    }
}
