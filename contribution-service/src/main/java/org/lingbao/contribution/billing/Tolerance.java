package org.lingbao.contribution.billing;

import java.time.Duration;
import java.time.LocalDate;

/**
 * How late money may come that was taken in time, whichever way.
 *
 * @param terminal by a bank's terminal
 * @param tax by the tax bureau
 */
record Tolerance(Duration terminal, Duration tax) {
    /** The earliest last day of payment for which money may still come. */
    LocalDate stillExpected(LocalDate today) {
        return today.minusDays(Math.max(terminal.toDays(), tax.toDays()));
    }
}
