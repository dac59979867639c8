package org.lingbao.contribution.billing;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.lingbao.contribution.sweep.StepThread;

/** Bills what was ordered, one bucket after the other. */
@ApplicationScoped
class BillingWorker {
    private final StepThread thread;

    BillingWorker(BillingSteps steps) {
        thread = new StepThread("billing", steps::next);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.stop();
    }

    /** There is a run. Cheap, never blocks. */
    void wake() {
        thread.wake();
    }
}
