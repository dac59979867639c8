package org.lingbao.contribution.sweep;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Does steps one after the other on a thread of its own. A step is one transaction that claims its row by the row's lock, so
 * several services share the work; whatever dies, the steps that it had not finished are free again, and each service looks for
 * such at intervals.
 */
final class StepThread {
    private static final Logger LOG = Logger.getLogger(StepThread.class);
    private static final Duration LONGEST_STEP = Duration.ofMinutes(31);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(5);

    private final String name;
    private final IntFunction<Uni<Boolean>> step;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    /**
     * @param name of the thread
     * @param step does the next step but as many as have just failed; tells whether there was one
     */
    StepThread(String name, IntFunction<Uni<Boolean>> step) {
        this.name = name;
        this.step = step;
    }

    void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    void stop() throws InterruptedException {
        running = false;
        if (thread != null) {
            thread.interrupt();
            var ended = thread.join(STOP_LIMIT);
            assert ended || thread.isAlive();
        }
    }

    /** There is something to do. Cheap, never blocks. */
    void wake() {
        if (woken.availablePermits() == 0) {
            woken.release();
        }
    }

    private void run() {
        var failed = 0;
        while (running) {
            try {
                var done = step.apply(failed).await().atMost(LONGEST_STEP);
                if (!done && failed == 0) {
                    var _ = woken.tryAcquire(LOOKS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                }
                failed = 0;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                // also an Error: without this thread nothing is done any more and nobody hears of it
                failed++;
                if (running) {
                    LOG.warnf("%s: %s; tries again in %s", name, e, LOOKS_EVERY);
                    pause();
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOKS_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
