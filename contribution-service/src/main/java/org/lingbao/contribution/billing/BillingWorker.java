package org.lingbao.contribution.billing;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Bills what was ordered, one bucket after the other, on a thread of its own. A bucket is claimed by its row's lock, so that several
 * services share a run; whatever dies, the buckets that it had not finished are free again, and each service looks for
 * such at intervals.
 */
@ApplicationScoped
class BillingWorker {
    private static final Logger LOG = Logger.getLogger(BillingWorker.class);
    private static final Duration LONGEST_STEP = Duration.ofMinutes(31);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(5);

    private final BillingSteps steps;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    BillingWorker(BillingSteps steps) {
        this.steps = steps;
    }

    void start(@Observes StartupEvent event) {
        running = true;
        thread = Thread.ofPlatform().name("billing").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        if (thread != null) {
            thread.interrupt();
            var ended = thread.join(STOP_LIMIT);
            assert ended || thread.isAlive();
        }
    }

    /** There is a run. Cheap, never blocks. */
    void wake() {
        if (woken.availablePermits() == 0) {
            woken.release();
        }
    }

    private void run() {
        var failed = 0;
        while (running) {
            try {
                var done = steps.next(failed).await().atMost(LONGEST_STEP);
                if (!done && failed == 0) {
                    var _ = woken.tryAcquire(LOOKS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                }
                failed = 0;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                // also an Error: without this thread no month is billed and nobody hears of it
                failed++;
                if (running) {
                    LOG.warnf("billing: %s; tries again in %s", e, LOOKS_EVERY);
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
