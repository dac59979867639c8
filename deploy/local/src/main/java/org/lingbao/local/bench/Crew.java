package org.lingbao.local.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.lingbao.local.part.PartFailed;

/** Workers in a closed loop: each takes the next piece of work when it has done its last. */
final class Crew {
    /** How many connections are tried where the best of them counts. */
    static final List<Integer> SIZES = List.of(4, 8, 16, 32);

    private Crew() {}

    /** Who has a connection of its own. */
    interface Worker extends AutoCloseable {
        /** @param piece each from 0 on is done once, by whoever comes first */
        void work(int piece) throws Exception;

        @Override
        void close();
    }

    /**
     * Does all pieces.
     *
     * @return how long it took, without the beginning and the end of the workers
     * @throws PartFailed when a piece failed; the others stop
     */
    static Duration work(List<? extends Worker> workers, int pieces) {
        var next = new AtomicInteger();
        var failures = new ConcurrentLinkedQueue<Exception>();
        var start = new CountDownLatch(1);
        var threads = IntStream.range(0, workers.size())
                .mapToObj(one -> Thread.ofPlatform()
                        .name("worker " + one)
                        .daemon()
                        .start(() -> {
                            try {
                                start.await();
                                for (var at = next.getAndIncrement(); at < pieces; at = next.getAndIncrement()) {
                                    workers.get(one).work(at);
                                }
                            } catch (Exception e) {
                                failures.add(e);
                                next.set(pieces);
                            }
                        }))
                .toList();
        var begun = System.nanoTime();
        start.countDown();
        threads.forEach(Crew::await);
        var took = Duration.ofNanos(System.nanoTime() - begun);
        var first = failures.peek();
        if (first != null) {
            throw first instanceof PartFailed known ? known : new PartFailed("The load has failed: " + first, first);
        }
        return took;
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted", e);
        }
    }
}
