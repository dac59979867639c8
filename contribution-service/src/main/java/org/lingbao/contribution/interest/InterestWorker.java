package org.lingbao.contribution.interest;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.lingbao.contribution.sweep.StepThread;

/** Credits what was ordered, one bucket after the other. */
@ApplicationScoped
class InterestWorker {
    private final StepThread thread;

    InterestWorker(InterestSteps steps) {
        thread = new StepThread("interest", steps::next);
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
