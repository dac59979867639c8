package org.lingbao.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessorTest {
    @Test
    void what_ended_processes_used_is_read_after_any_name() {
        assertThat(Processor.ended("17 (a) b (c) S 1 17 17 0 -1 4194560 900 100 0 0 5 6 70 8 20 0 1 0 1000 5 6"))
                .isEqualTo(Duration.ofMillis(780));
    }

    @Test
    void this_process_uses_some() {
        assertThat(Processor.own()).isPositive();
    }
}
