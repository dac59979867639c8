package org.lingbao.transfer.exchange;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries letters to one partner, on a thread of its own: a partner that is away keeps only its own letters waiting. It
 * works while this process holds the partner's lock; were there two for a moment, the partner would tell repeated letters
 * by their id.
 */
final class Courier {
    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final Duration PAUSE_AFTER_MISTAKE = Duration.ofSeconds(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final long IDLE_MILLIS = 1000;

    private final String partner;
    private final Delivery delivery;
    private final Backoff backoff;
    private final Semaphore woken = new Semaphore(0);
    private final Semaphore hurried = new Semaphore(0);
    private volatile boolean running = true;
    private volatile boolean leads;
    private @Nullable Thread thread;

    Courier(String partner, Delivery delivery, Backoff backoff) {
        this.partner = partner;
        this.delivery = delivery;
        this.backoff = backoff;
    }

    void start() {
        thread = Thread.ofPlatform().name("courier-" + partner).daemon().start(this::run);
    }

    void stop() throws InterruptedException {
        running = false;
        if (thread != null) {
            thread.interrupt();
            var ended = thread.join(STOP_LIMIT);
            assert ended || thread.isAlive();
        }
    }

    boolean leads() {
        return leads;
    }

    void lead(boolean now) {
        leads = now;
    }

    /** There may be a letter, now or in a moment. Cheap, never blocks. */
    void wake() {
        release(woken);
    }

    /** Somebody waits: a pause ends. */
    void hurry() {
        release(hurried);
        release(woken);
    }

    private static void release(Semaphore signal) {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    private void run() {
        var failures = 0;
        var waitMillis = 1L;
        while (running) {
            try {
                switch (leads ? delivery.round(partner, () -> running && leads) : Delivery.Round.NOTHING_DUE) {
                    case PARTNER_AWAY -> {
                        failures++;
                        rest(failures);
                    }
                    case SENT -> {
                        failures = 0;
                        waitMillis = 1;
                    }
                    // after a wake-up the commit may still be on its way: look again at growing intervals
                    case NOTHING_DUE ->
                        waitMillis = woken.tryAcquire(waitMillis, TimeUnit.MILLISECONDS)
                                ? 1
                                : Math.min(IDLE_MILLIS, waitMillis * 2);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                // also an Error: without this thread letters wait for ever and nobody hears of it
                if (running) {
                    LOG.warnf("courier to %s: %s; tries again in %s", partner, e, PAUSE_AFTER_MISTAKE);
                    pause();
                }
            }
        }
    }

    private void rest(int failures) throws InterruptedException {
        var wait = backoff.after(failures, partner);
        if (failures == 1) {
            LOG.warnf("%s cannot be reached; its letters wait", partner);
        }
        var hurry = hurried.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        LOG.debugf("%s is tried again after %d failures (hurried: %s)", partner, failures, hurry);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_MISTAKE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
