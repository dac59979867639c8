package org.lingbao.contribution.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AttestedDayTest {
    private static final LocalDate BOOKED = LocalDate.of(2026, 10, 2);
    private static final Duration THREE_DAYS = Duration.ofDays(3);

    @Test
    void a_late_report_counts_for_the_day_on_which_the_money_was_taken() {
        assertThat(AttestedDay.of(Instant.parse("2026-09-30T04:00:00Z"), BOOKED, THREE_DAYS))
                .isEqualTo(LocalDate.of(2026, 9, 30));
    }

    @Test
    void the_day_is_shanghais() {
        assertThat(AttestedDay.of(Instant.parse("2026-09-30T16:00:00Z"), BOOKED, THREE_DAYS))
                .isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(AttestedDay.of(Instant.parse("2026-09-30T15:59:59Z"), BOOKED, THREE_DAYS))
                .isEqualTo(LocalDate.of(2026, 9, 30));
    }

    @Test
    void beyond_the_tolerance_the_day_of_the_booking_counts() {
        assertThat(AttestedDay.of(Instant.parse("2026-09-28T04:00:00Z"), BOOKED, THREE_DAYS))
                .isEqualTo(BOOKED);
    }

    @Test
    void a_clock_that_runs_ahead_gains_nothing() {
        assertThat(AttestedDay.of(Instant.parse("2026-12-01T04:00:00Z"), BOOKED, THREE_DAYS))
                .isEqualTo(BOOKED);
    }

    @Test
    void it_is_never_after_the_booking_and_never_older_than_the_tolerance() {
        qt().forAll(integers().between(-100_000, 100_000), integers().between(0, 10))
                .check((minutes, days) -> {
                    var day = AttestedDay.of(
                            Instant.parse("2026-10-01T16:00:00Z").plusSeconds(60L * minutes),
                            BOOKED,
                            Duration.ofDays(days));
                    return !day.isAfter(BOOKED) && !day.isBefore(BOOKED.minusDays(days));
                });
    }
}
