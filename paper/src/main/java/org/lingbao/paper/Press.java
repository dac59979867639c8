package org.lingbao.paper;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;

/** Makes papers, a few at a time, beside the threads that answer requests. Who finds too many waiting is told to come again. */
@ApplicationScoped
public class Press {
    private static final Duration COME_AGAIN = Duration.ofSeconds(2);

    private final WorkerExecutor workers;
    private final Semaphore places;

    /**
     * @param atOnce how many are made at the same time
     * @param waiting how many more may wait
     */
    Press(
            Vertx vertx,
            @ConfigProperty(name = "lingbao.paper.at-once", defaultValue = "2") int atOnce,
            @ConfigProperty(name = "lingbao.paper.waiting", defaultValue = "64") int waiting) {
        workers = vertx.createSharedWorkerExecutor("paper", atOnce);
        places = new Semaphore(atOnce + waiting);
    }

    /** @return the file; fails with 503 where there is no place to wait */
    public Uni<byte[]> print(Paper paper, Format format) {
        return Uni.createFrom().deferred(() -> {
            if (!places.tryAcquire()) {
                return Uni.createFrom().failure(new ProblemException(Problem.unavailable("TOO_BUSY", COME_AGAIN)));
            }
            return Uni.createFrom()
                    .completionStage(() -> workers.executeBlocking(() -> Printed.of(paper, format), false)
                            .toCompletionStage())
                    .onTermination()
                    .invoke(places::release);
        });
    }

    @PreDestroy
    void close() {
        var _ = workers.close();
    }
}
