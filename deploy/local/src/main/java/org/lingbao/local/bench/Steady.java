package org.lingbao.local.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * What answers take while requests come at a pace, whether the ones before were answered or not. One that could not be sent
 * when it was due waits like everybody in a queue, and that counts.
 *
 * @param aSecond how many came
 * @param half what half of them took at most
 * @param nearlyAll what 99 of 100 took at most
 */
record Steady(int aSecond, Duration half, Duration nearlyAll) {
    private static final double HALF = 0.50;
    private static final double NEARLY_ALL = 0.99;

    /** @param workers enough of them, that none is needed before it is free */
    static Steady work(List<? extends Crew.Worker> workers, int pieces, int aSecond) {
        var took = new long[pieces];
        var begin = System.nanoTime();
        var paced = workers.stream()
                .map(worker -> new Crew.Worker() {
                    @Override
                    public void work(int piece) throws Exception {
                        var due = begin + TimeUnit.SECONDS.toNanos(piece) / aSecond;
                        for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                            LockSupport.parkNanos(left);
                        }
                        worker.work(piece);
                        took[piece] = System.nanoTime() - due;
                    }

                    @Override
                    public void close() {
                        worker.close();
                    }
                })
                .toList();
        var all = Crew.work(paced, pieces);
        assert all.isPositive();
        Arrays.sort(took);
        return new Steady(aSecond, at(took, HALF), at(took, NEARLY_ALL));
    }

    private static Duration at(long[] sorted, double share) {
        var at = IntStream.of((int) Math.ceil(share * sorted.length) - 1, 0)
                .max()
                .orElseThrow();
        return Duration.ofNanos(sorted[at]);
    }
}
