package org.lingbao.enrollment.standing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.standing.domain.PauseDecision.Reason;

class PauseDecisionTest {
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth RETIRES = YearMonth.of(2053, 3);
    private static final Standing FLEXIBLE = new Standing.Flexible(Months.since(SEPTEMBER), RETIRES);

    @Test
    void a_flexible_relation_is_paused_from_any_unpaid_month_on() {
        assertThat(PauseDecision.pausing(FLEXIBLE, List.of(), Set.of(SEPTEMBER), OCTOBER))
                .isEqualTo(new PauseDecision.Paused(OCTOBER));
        assertThat(PauseDecision.pausing(FLEXIBLE, List.of(), Set.of(), SEPTEMBER))
                .isEqualTo(new PauseDecision.Paused(SEPTEMBER));
        assertThat(PauseDecision.pausing(FLEXIBLE, List.of(pause(SEPTEMBER, SEPTEMBER)), Set.of(), OCTOBER))
                .isEqualTo(new PauseDecision.Paused(OCTOBER));
    }

    @Test
    void every_reason_against_a_pause_is_told() {
        assertThat(PauseDecision.pausing(
                        FLEXIBLE, List.of(pause(OCTOBER, null)), Set.of(SEPTEMBER, OCTOBER), SEPTEMBER.minusMonths(1)))
                .isEqualTo(new PauseDecision.Refused(List.of(
                        new Reason.AlreadyPaused(OCTOBER),
                        new Reason.BeforeRelation(SEPTEMBER),
                        new Reason.MonthsPaid(OCTOBER))));
        assertThat(PauseDecision.pausing(FLEXIBLE, List.of(), Set.of(), RETIRES.plusMonths(1)))
                .isEqualTo(new PauseDecision.Refused(List.of(new Reason.AfterRetirement(RETIRES))));
    }

    @Test
    void what_an_employer_pays_or_what_has_ended_is_not_paused() {
        var employed = new Standing.Employed(new Months(SEPTEMBER, SEPTEMBER));

        assertThat(PauseDecision.pausing(employed, List.of(), Set.of(), OCTOBER))
                .isEqualTo(new PauseDecision.Refused(
                        List.of(new Reason.RelationEnded(SEPTEMBER), new Reason.EmployerPays())));
    }

    @Test
    void paying_begins_again_with_a_month_that_has_not_passed() {
        var pause = pause(SEPTEMBER, null);

        assertThat(PauseDecision.resuming(FLEXIBLE, List.of(pause), OCTOBER, OCTOBER))
                .isEqualTo(new PauseDecision.Resumed(pause.id(), SEPTEMBER));
        assertThat(PauseDecision.resuming(FLEXIBLE, List.of(pause), SEPTEMBER, OCTOBER))
                .isEqualTo(new PauseDecision.Refused(List.of(new Reason.MonthPassed(OCTOBER))));
    }

    @Test
    void from_its_first_month_on_a_pause_is_taken_back() {
        var pause = pause(OCTOBER, null);

        assertThat(PauseDecision.resuming(FLEXIBLE, List.of(pause), OCTOBER, SEPTEMBER))
                .isEqualTo(new PauseDecision.Resumed(pause.id(), SEPTEMBER));
    }

    @Test
    void every_reason_against_resuming_is_told() {
        assertThat(PauseDecision.resuming(
                        FLEXIBLE, List.of(pause(SEPTEMBER, SEPTEMBER)), SEPTEMBER.minusMonths(1), OCTOBER))
                .isEqualTo(new PauseDecision.Refused(List.of(
                        new Reason.BeforeRelation(SEPTEMBER),
                        new Reason.MonthPassed(OCTOBER),
                        new Reason.NotPaused())));
        assertThat(PauseDecision.resuming(FLEXIBLE, List.of(pause(OCTOBER, null)), SEPTEMBER, SEPTEMBER))
                .isEqualTo(new PauseDecision.Refused(List.of(new Reason.BeforePause(OCTOBER))));
    }

    private static Pause pause(YearMonth from, @Nullable YearMonth to) {
        return new Pause(new PauseId(new UUID(2, 1)), new RelationId(new UUID(0, 1)), from, to);
    }
}
