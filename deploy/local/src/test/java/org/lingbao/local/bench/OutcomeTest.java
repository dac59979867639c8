package org.lingbao.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lingbao.local.bench.Outcome.Pair;

class OutcomeTest {
    private static Run run(long operations, int seconds) {
        return new Run(
                operations,
                Duration.ofSeconds(seconds),
                new TreeMap<>(Map.of("database", Duration.ofSeconds(seconds), "service", Duration.ofSeconds(seconds))),
                Duration.ofSeconds(seconds),
                "");
    }

    private static final Outcome OUTCOME = new Outcome(
            "billing",
            "bills",
            "raw",
            0.5,
            List.of(
                    new Pair(run(600, 2), run(600, 1)), // 0.50
                    new Pair(run(600, 10), run(600, 1)), // 0.10: the machine did something else
                    new Pair(run(600, 1), run(1000, 1))), // 0.60
            List.of(0.25, 1.0));

    @Test
    void the_figure_is_the_median_of_the_ratios_of_pairs() {
        assertThat(OUTCOME.ratio()).isEqualTo(0.5);
        assertThat(OUTCOME.reached()).isTrue();
        assertThat(new Outcome("billing", "bills", "raw", 0.51, OUTCOME.pairs(), OUTCOME.load()).reached())
                .isFalse();
        assertThat(new Outcome("billing", "bills", "raw", 0.5, OUTCOME.pairs().subList(0, 2), OUTCOME.load()).ratio())
                .isEqualTo(0.3);
    }

    @Test
    void people_and_machines_are_told_the_same() {
        assertThat(OUTCOME.json())
                .isEqualTo("{\"name\":\"billing\",\"ratio\":0.5,\"goal\":0.5,\"pairs\":[0.5,0.1,0.6],\"perSecond\":300,"
                        + "\"cpuMicrosPerOp\":6666.667,\"cpuMicrosPerOpByPart\":{\"database\":3333.333,\"service\":3333.333},"
                        + "\"loaderMicrosPerOp\":3333.333,\"bound\":\"raw\",\"boundPerSecond\":600,"
                        + "\"boundCpuMicrosPerOp\":3333.333,\"boundLoaderMicrosPerOp\":1666.667,\"load\":[0.25,1.0],"
                        + "\"gate\":\"ok\"}");
        assertThat(OUTCOME.table())
                .contains("ratio 0.60", "median ratio 0.50, goal 0.50: reached", "database 3333.3, service 3333.3");
    }

    @Test
    void a_run_that_did_nothing_is_none() {
        assertThatThrownBy(() -> assertThat(run(0, 1)).isNull()).isInstanceOf(IllegalArgumentException.class);
    }
}
