package org.lingbao.local.bench;

import java.time.Duration;

/**
 * One measured run.
 *
 * @param operations how many were done
 * @param took by the clock
 * @param processor time of all processes that took part, the one that measures excluded
 */
record Run(long operations, Duration took, Duration processor) {
    Run {
        if (operations <= 0 || !took.isPositive()) {
            throw new IllegalArgumentException(operations + " operations in " + took);
        }
    }

    double perSecond() {
        return operations * 1e9 / took.toNanos();
    }

    double processorMicros() {
        return processor.toNanos() / 1e3 / operations;
    }
}
