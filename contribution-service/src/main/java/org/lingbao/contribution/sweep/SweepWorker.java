package org.lingbao.contribution.sweep;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Does the sweeps that were ordered, one bucket after the other; each kind on a thread of its own, so that none waits for another. */
@ApplicationScoped
class SweepWorker {
    private final List<StepThread> threads;

    SweepWorker(SweepSteps steps, @All List<Swept> kinds) {
        threads = kinds.stream()
                .map(kind -> new StepThread(kind.kind().word(), passedOver -> steps.next(kind, passedOver)))
                .toList();
    }

    void start(@Observes StartupEvent event) {
        threads.forEach(StepThread::start);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        for (var thread : threads) {
            thread.stop();
        }
    }

    void wake() {
        threads.forEach(StepThread::wake);
    }
}
