package org.lingbao.local.faults;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.lingbao.local.faults.Journal.Kind;
import org.lingbao.local.faults.Wire.Outcome;

/** What all threads of a load have seen, in figures. */
final class Tally {
    private final long begun = System.nanoTime();
    private final Map<Kind, Long> lastAsked = new EnumMap<>(Kind.class);
    private int requests;
    private int unavailable;
    private int unclear;
    private int silent;
    private long lastPaidNanos = begun;
    private long longestGapNanos;
    private long longestWaitNanos;

    synchronized void seen(Outcome outcome, long askedNanos) {
        requests++;
        longestWaitNanos = Math.max(longestWaitNanos, System.nanoTime() - askedNanos);
        switch (outcome) {
            case Outcome.Answered answered -> {}
            case Outcome.Unavailable answer -> {
                unavailable++;
                unclear += answer.clear() ? 0 : 1;
            }
            case Outcome.Silent nothing -> silent++;
        }
    }

    /** @param askedNanos when the request that was answered was sent */
    synchronized void acknowledged(Kind kind, long askedNanos) {
        var latest = lastAsked.merge(kind, askedNanos, Math::max);
        assert latest >= askedNanos;
        if (kind == Kind.PAYMENT) {
            var now = System.nanoTime();
            longestGapNanos = Math.max(longestGapNanos, now - lastPaidNanos);
            lastPaidNanos = now;
        }
    }

    /** Whether a write of the kind that was asked for after this moment has been acknowledged. */
    synchronized boolean acknowledgedSince(Kind kind, long nanos) {
        var latest = lastAsked.get(kind);
        return latest != null && latest - nanos > 0;
    }

    synchronized int requests() {
        return requests;
    }

    /** How often a service said that it cannot now. */
    synchronized int unavailable() {
        return unavailable;
    }

    /** How often it said so with another status than 503, without a problem or without Retry-After. */
    synchronized int unclear() {
        return unclear;
    }

    /** How often there was no answer at all. */
    synchronized int silent() {
        return silent;
    }

    /** The longest time without an acknowledged payment. */
    synchronized Duration longestGap() {
        return Duration.ofNanos(longestGapNanos);
    }

    /** The longest time that a request took to end, in whatever way. */
    synchronized Duration longestWait() {
        return Duration.ofNanos(longestWaitNanos);
    }
}
