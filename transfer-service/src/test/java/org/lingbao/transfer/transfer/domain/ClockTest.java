package org.lingbao.transfer.transfer.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lingbao.transfer.transfer.domain.Cases.on;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.lingbao.rules.Law;
import org.lingbao.rules.deadline.Deadline;
import org.lingbao.rules.deadline.DueDay;

/** Fifteen working days from Tuesday, 1 September 2026: 20 September works for a day off, 25 to 27 September are off. */
class ClockTest {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 9, 1);
    private static final Clock CLOCK = Clock.from(Deadline.TRANSFER_FORM, TUESDAY);

    private static DueDay due(Clock clock) {
        return clock.due(Law.standard().deadline());
    }

    @Test
    void a_deadline_is_counted_by_the_law() {
        assertThat(due(CLOCK))
                .isEqualTo(Law.standard()
                        .deadline()
                        .due(Deadline.TRANSFER_FORM, TUESDAY)
                        .value());
    }

    @Test
    void the_working_days_of_a_stop_are_made_up_for() {
        var stopped = CLOCK.stop(TUESDAY.plusDays(1)).resume(TUESDAY.plusDays(6));

        assertThat(due(CLOCK)).isEqualTo(new DueDay.Due(LocalDate.of(2026, 9, 21)));
        assertThat(due(stopped)).isEqualTo(new DueDay.Due(LocalDate.of(2026, 9, 24)));
    }

    @Test
    void a_deadline_is_missed_on_the_day_after_the_last_and_reported_once() {
        var last = LocalDate.of(2026, 9, 21);

        assertThat(CLOCK.isNewlyMissed(on(last))).isFalse();
        assertThat(CLOCK.isNewlyMissed(on(last.plusDays(1)))).isTrue();
        assertThat(CLOCK.asReported().isNewlyMissed(on(last.plusDays(1)))).isFalse();
    }

    @Test
    void a_deadline_that_stands_still_is_not_missed() {
        assertThat(CLOCK.stop(TUESDAY).isNewlyMissed(on(TUESDAY.plusDays(90)))).isFalse();
    }

    @Test
    void stopping_twice_or_resuming_what_runs_changes_nothing() {
        assertThat(CLOCK.stop(TUESDAY).stop(TUESDAY.plusDays(1))).isEqualTo(CLOCK.stop(TUESDAY));
        assertThat(CLOCK.resume(TUESDAY)).isEqualTo(CLOCK);
    }

    @Test
    void beyond_the_announced_calendar_nothing_is_missed_and_nothing_is_guessed() {
        var december = Clock.from(Deadline.TRANSFER_FORM, LocalDate.of(2026, 12, 21));

        assertThat(due(december)).isInstanceOf(DueDay.CalendarNotLoaded.class);
        assertThat(december.isNewlyMissed(on(LocalDate.of(2027, 3, 1)))).isFalse();
    }
}
