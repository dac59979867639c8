package org.lingbao.local.bench;

import static java.util.Collections.unmodifiableSortedMap;

import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One measured run.
 *
 * @param operations how many were done
 * @param took by the clock
 * @param processor time of each part that took part, the process that measures excluded
 * @param loader the processor time of the one that measures, which sends the load
 * @param how it was done, such as "8 connections"; empty: there is one way only
 */
record Run(long operations, Duration took, SortedMap<String, Duration> processor, Duration loader, String how) {
    Run {
        if (operations <= 0 || !took.isPositive()) {
            throw new IllegalArgumentException(operations + " operations in " + took);
        }
        processor = unmodifiableSortedMap(new TreeMap<>(processor));
    }

    double perSecond() {
        return operations * 1e9 / took.toNanos();
    }

    /** Of all parts. */
    double processorMicros() {
        return micros(processor.values().stream().reduce(Duration.ZERO, Duration::plus));
    }

    double processorMicros(String part) {
        return micros(processor.getOrDefault(part, Duration.ZERO));
    }

    double loaderMicros() {
        return micros(loader);
    }

    private double micros(Duration time) {
        return time.toNanos() / 1e3 / operations;
    }
}
