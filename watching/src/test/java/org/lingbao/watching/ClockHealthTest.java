package org.lingbao.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClockHealthTest {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long SECOND = 1_000_000_000L;

    private final ClockHealth.WallClock clock = new ClockHealth.WallClock();

    @Test
    void a_clock_that_runs_or_is_set_ahead_is_not_behind() {
        assertThat(clock.behind(5_000, 0)).isZero();
        assertThat(clock.behind(6_000, SECOND)).isZero();
        assertThat(clock.behind(6_000 + HOUR, 2 * SECOND)).isZero();
    }

    @Test
    void a_clock_that_was_set_back_is_behind_until_it_is_set_ahead_again_however_long_it_runs() {
        assertThat(clock.behind(HOUR, 0)).isZero();
        assertThat(clock.behind(0, 0)).isEqualTo(Duration.ofHours(1));
        assertThat(clock.behind(60_000, 60 * SECOND)).isEqualTo(Duration.ofHours(1));
        assertThat(clock.behind(61_000 + HOUR, 61 * SECOND)).isZero();
    }
}
