package org.lingbao.contribution.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.plan.domain.PayableWindow.Reason;

class PayableWindowTest {
    private static final YearMonth FROM = YearMonth.of(2026, 9);
    private static final YearMonth LAST = YearMonth.of(2053, 3);

    @Test
    void the_first_and_the_last_month_can_be_paid() {
        var window = new PayableWindow(FROM, LAST, true, false, false);
        assertThat(window.refusalsOf(FROM)).isEmpty();
        assertThat(window.refusalsOf(LAST)).isEmpty();
    }

    @Test
    void before_and_after_it_cannot() {
        var window = new PayableWindow(FROM, LAST, true, false, false);
        assertThat(window.refusalsOf(FROM.minusMonths(1))).containsExactly(new Reason.NotYet(FROM));
        assertThat(window.refusalsOf(LAST.plusMonths(1))).containsExactly(new Reason.Ended(LAST));
    }

    @Test
    void all_reasons_are_told_at_once() {
        var window = new PayableWindow(FROM, LAST, false, true, true);
        assertThat(window.refusalsOf(FROM.minusMonths(1)))
                .containsExactly(
                        new Reason.NotYet(FROM), new Reason.EmployerPays(), new Reason.Sealed(), new Reason.Paused());
    }

    @Test
    void a_month_is_payable_exactly_between_the_ends() {
        qt().forAll(integers().between(-400, 400), integers().between(0, 400)).check((start, length) -> {
            var month = FROM.plusMonths(start);
            var last = FROM.plusMonths(length);
            var payable = new PayableWindow(FROM, last, true, false, false)
                    .refusalsOf(month)
                    .isEmpty();
            return payable == (start >= 0 && start <= length);
        });
    }
}
