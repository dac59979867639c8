package org.lingbao.transfer.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));

    @Test
    void it_doubles_until_the_cap() {
        var nobody = "";
        assertThat(BACKOFF.after(1, nobody)).isEqualTo(Duration.ofSeconds(1));
        assertThat(BACKOFF.after(2, nobody)).isEqualTo(Duration.ofSeconds(2));
        assertThat(BACKOFF.after(5, nobody)).isEqualTo(Duration.ofSeconds(16));
        assertThat(BACKOFF.after(500, nobody)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void nobody_waits_less_than_the_plain_time_or_a_quarter_longer_or_each_time_another() {
        qt().forAll(integers().between(1, 1000), integers().all()).check((tries, who) -> {
            var plain = BACKOFF.after(tries, "");
            var wait = BACKOFF.after(tries, who);
            return wait.compareTo(plain) >= 0
                    && wait.compareTo(plain.plus(plain.dividedBy(4))) < 0
                    && wait.equals(BACKOFF.after(tries, who));
        });
    }
}
