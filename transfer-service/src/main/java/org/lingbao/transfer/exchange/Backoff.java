package org.lingbao.transfer.exchange;

import java.time.Duration;

/**
 * How long to wait before the next try: twice as long each time, up to a cap. Partners that many wait for would be met by
 * all at once, so each waits up to a quarter longer, the same each time it is asked.
 */
record Backoff(Duration first, Duration cap) {
    private static final int MOST_DOUBLINGS = 20;
    private static final int SPREAD = 4;

    Backoff {
        if (!first.isPositive() || cap.compareTo(first) < 0) {
            throw new IllegalArgumentException("waits from " + first + " to " + cap);
        }
    }

    /**
     * @param tries how many there were, from 1
     * @param who whoever waits
     */
    Duration after(int tries, Object who) {
        var doublings = Math.min(Math.max(tries, 1) - 1, MOST_DOUBLINGS);
        var wait = first.multipliedBy(1L << doublings);
        var capped = wait.compareTo(cap) < 0 ? wait : cap;
        var share = Math.floorMod(who.hashCode(), 100);
        return capped.plus(capped.multipliedBy(share).dividedBy(100L * SPREAD));
    }
}
