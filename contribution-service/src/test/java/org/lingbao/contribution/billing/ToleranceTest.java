package org.lingbao.contribution.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ToleranceTest {
    private static final Duration SHORT = Duration.ofDays(3);
    private static final Duration LONG = Duration.ofDays(10);

    @Test
    void money_is_expected_for_the_longer_of_both_ways() {
        var today = LocalDate.of(2026, 9, 25);
        var expected = LocalDate.of(2026, 9, 15);
        assertThat(new Tolerance(SHORT, LONG).stillExpected(today)).isEqualTo(expected);
        assertThat(new Tolerance(LONG, SHORT).stillExpected(today)).isEqualTo(expected);
    }
}
