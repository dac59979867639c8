package org.lingbao.contribution.interest;

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
 * Credits what was ordered, one bucket after the other, on a thread of its own, and looks at intervals for what others have left: a bucket
 * is claimed by its row's lock, so that several services share a run and whatever dies gives its bucket back.
 */
@ApplicationScoped
class InterestWorker {
    private static final Logger LOG = Logger.getLogger(InterestWorker.class);
    private static final Duration LONGEST_STEP = Duration.ofMinutes(11);
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(5);

    private final InterestSteps steps;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    InterestWorker(InterestSteps steps) {
        this.steps = steps;
    }

    void start(@Observes StartupEvent event) {
        running = true;
        thread = Thread.ofPlatform().name("interest").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        if (thread != null) {
            thread.interrupt();
            var ended = thread.join(LOOKS_EVERY);
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
                failed = step(failed);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** @param failed how many steps have failed since one was done @return the same afterwards */
    private int step(int failed) throws InterruptedException {
        try {
            var done = steps.next(failed).await().atMost(LONGEST_STEP);
            if (!done && failed == 0) {
                var _ = woken.tryAcquire(LOOKS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            }
            return 0;
        } catch (RuntimeException | Error e) {
            // also an Error: without this thread no interest is credited and nobody hears of it
            if (running) {
                LOG.warnf("interest: %s; tries again in %s", e, LOOKS_EVERY);
                Thread.sleep(LOOKS_EVERY);
            }
            return failed + 1;
        }
    }
}
