package org.lingbao.enrollment.standing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);

    @Test
    void months_include_both_ends() {
        var months = new Months(SEPTEMBER, SEPTEMBER.plusMonths(2));

        assertThat(months.contains(SEPTEMBER.minusMonths(1))).isFalse();
        assertThat(months.contains(SEPTEMBER)).isTrue();
        assertThat(months.contains(SEPTEMBER.plusMonths(2))).isTrue();
        assertThat(months.contains(SEPTEMBER.plusMonths(3))).isFalse();
    }

    @Test
    void months_cannot_end_before_they_begin() {
        assertThatThrownBy(() -> new Months(SEPTEMBER, SEPTEMBER.minusMonths(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_standing_lives_while_its_months_have_no_end() {
        assertThat(new Standing.Flexible(Months.since(SEPTEMBER), null).isLive())
                .isTrue();
        assertThat(new Standing.Employed(new Months(SEPTEMBER, SEPTEMBER)).isLive())
                .isFalse();
    }

    @Test
    void a_flexible_worker_may_pay_from_the_first_month_to_the_month_of_retirement() {
        var standing = new Standing.Flexible(Months.since(SEPTEMBER), SEPTEMBER.plusMonths(1));

        assertThat(standing.mayPay(SEPTEMBER.minusMonths(1))).isFalse();
        assertThat(standing.mayPay(SEPTEMBER)).isTrue();
        assertThat(standing.mayPay(SEPTEMBER.plusMonths(1))).isTrue();
        assertThat(standing.mayPay(SEPTEMBER.plusMonths(2))).isFalse();
    }

    @Test
    void nobody_pays_a_paused_month() {
        var paused = List.of(new Months(SEPTEMBER.plusMonths(1), SEPTEMBER.plusMonths(1)));
        var standing = new Standing.Flexible(Months.since(SEPTEMBER), null, paused);

        assertThat(standing.mayPay(SEPTEMBER)).isTrue();
        assertThat(standing.mayPay(SEPTEMBER.plusMonths(1))).isFalse();
        assertThat(standing.mayPay(SEPTEMBER.plusMonths(2))).isTrue();
    }
}
