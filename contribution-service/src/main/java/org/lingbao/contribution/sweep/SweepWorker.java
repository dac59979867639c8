package org.lingbao.contribution.sweep;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Does the sweeps that were ordered, one bucket after the other. */
@ApplicationScoped
class SweepWorker {
    private final StepThread thread;

    SweepWorker(SweepSteps steps) {
        thread = new StepThread("sweep", steps::next);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.stop();
    }

    void wake() {
        thread.wake();
    }
}
