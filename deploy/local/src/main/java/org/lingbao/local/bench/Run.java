package org.lingbao.local.bench;

import java.time.Duration;

/**
 * One measured run.
 *
 * @param operations how many were done
 * @param took by the clock
 * @param processor time of all processes that took part, the one that measures excluded
 * @param loader the processor time of the one that measures, which sends the load
 * @param how it was done, such as "8 connections"; empty: there is one way only
 */
record Run(long operations, Duration took, Duration processor, Duration loader, String how) {
    Run {
        if (operations <= 0 || !took.isPositive()) {
            throw new IllegalArgumentException(operations + " operations in " + took);
        }
    }

    double perSecond() {
        return operations * 1e9 / took.toNanos();
    }

    double processorMicros() {
        return micros(processor);
    }

    double loaderMicros() {
        return micros(loader);
    }

    private double micros(Duration time) {
        return time.toNanos() / 1e3 / operations;
    }
}
