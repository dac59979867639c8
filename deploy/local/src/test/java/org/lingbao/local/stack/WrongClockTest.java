package org.lingbao.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongClockTest {
    @TempDir
    Path folder;

    @Test
    void a_clock_is_wrong_only_while_a_trial_has_it_so() throws IOException {
        var clock = new WrongClock(new Home(folder, folder), "job-matching 37");
        assertThat(clock.environment()).isEmpty();

        clock.set(Duration.ofDays(-1));
        assertThat(Files.readString(folder.resolve("run/clock/job-matching-37")))
                .isEqualTo("-86400\n");
        assertThat(clock.environment().isEmpty()).isEqualTo(WrongClock.library().isEmpty());
        clock.set(Duration.ofHours(1));
        assertThat(Files.readString(folder.resolve("run/clock/job-matching-37")))
                .isEqualTo("+3600\n");

        clock.forget();
        assertThat(clock.environment()).isEmpty();
    }
}
