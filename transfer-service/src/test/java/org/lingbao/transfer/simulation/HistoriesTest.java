package org.lingbao.transfer.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoriesTest {
    private static final LocalDate FROM = LocalDate.of(2026, 1, 5);
    private static final int ENOUGH = 3_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20_260_901})
    void nothing_is_lost_or_doubled_and_every_case_ends(long seed) {
        var told = new ByteArrayOutputStream();
        var histories = new Histories(Protocol.REAL, seed, FROM);

        histories.run(200, new PrintStream(told, true, StandardCharsets.UTF_8));

        assertThat(histories.violations())
                .as(told.toString(StandardCharsets.UTF_8))
                .isZero();
        assertThat(told.toString(StandardCharsets.UTF_8)).endsWith("200 histories, 0 violations\n");
    }

    @Test
    void the_histories_meet_every_fault_and_every_ending() {
        var histories = new Histories(Protocol.REAL, 1, FROM);

        histories.run(200, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));

        var tally = histories.tally();
        assertThat(List.of(
                        tally.completed,
                        tally.refused,
                        tally.cancelled,
                        tally.dropped,
                        tally.gaps,
                        tally.crashes,
                        tally.tasks,
                        tally.informed))
                .allMatch(times -> times > 0);
        assertThat(tally.completed + tally.refused + tally.cancelled).isEqualTo(tally.cases);
    }

    @Test
    void the_same_seed_tells_the_same_history() {
        assertThat(told(7)).isNotEmpty().isEqualTo(told(7)).isNotEqualTo(told(8));
    }

    private static List<String> told(long seed) {
        var lines = new ArrayList<String>();
        assertThat(new World(Protocol.REAL, seed, FROM, lines::add).run()).isEmpty();
        return lines;
    }

    /** If this fails, the check has gone blind. */
    @ParameterizedTest
    @EnumSource(Mutant.class)
    void a_broken_protocol_is_caught(Mutant mutant) {
        var caught = 0;
        while (caught < ENOUGH && new World(mutant, caught, FROM, null).run().isEmpty()) {
            caught++;
        }
        assertThat(caught)
                .as("histories in which " + mutant + " went unnoticed")
                .isLessThan(ENOUGH);
    }
}
