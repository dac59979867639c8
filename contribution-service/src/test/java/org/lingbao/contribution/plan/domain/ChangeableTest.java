package org.lingbao.contribution.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.plan.domain.Changeable.Reason;

class ChangeableTest {
    private static final YearMonth MAY = YearMonth.of(2026, 5);

    @Test
    void a_plan_that_goes_on_can_be_changed_from_its_first_month_on() {
        assertThat(new Changeable(MAY, null, false, null, null).refusalsOf(MAY, false))
                .isEmpty();
        assertThat(new Changeable(MAY, null, false, null, null).refusalsOf(MAY.plusYears(1), false))
                .isEmpty();
    }

    @Test
    void what_is_settled_stays_as_it_is() {
        var plan = new Changeable(MAY, null, false, MAY.plusMonths(2), null);
        assertThat(plan.refusalsOf(MAY.plusMonths(2), false)).containsExactly(new Reason.Settled(MAY.plusMonths(2)));
        assertThat(plan.refusalsOf(MAY.plusMonths(3), false)).isEmpty();
    }

    @Test
    void a_plan_that_ended_can_be_changed_up_to_its_last_month() {
        var plan = new Changeable(MAY, MAY.plusMonths(1), false, null, null);
        assertThat(plan.refusalsOf(MAY.plusMonths(1), false)).isEmpty();
        assertThat(plan.refusalsOf(MAY.plusMonths(2), false)).containsExactly(new Reason.Ended(MAY.plusMonths(1)));
    }

    @Test
    void a_plan_whose_place_another_one_has_taken_is_not_changed_any_more() {
        var plan = new Changeable(MAY, MAY.plusMonths(1), true, null, null);
        assertThat(plan.refusalsOf(MAY, false)).containsExactly(new Reason.Ended(MAY.plusMonths(1)));
    }

    @Test
    void every_reason_is_told_at_once() {
        assertThat(new Changeable(MAY, MAY.minusMonths(3), false, MAY, MAY).refusalsOf(MAY.minusMonths(1), true))
                .containsExactly(
                        new Reason.Ended(MAY.minusMonths(3)),
                        new Reason.BeginsLater(MAY),
                        new Reason.Settled(MAY),
                        new Reason.InFlight(MAY),
                        new Reason.Unchanged());
    }
}
