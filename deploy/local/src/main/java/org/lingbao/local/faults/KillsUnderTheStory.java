package org.lingbao.local.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.lingbao.local.demo.Story;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Pause;

/** Kills parts of the running stack with -9 while the story is told, and sees that it ends with the same fen. */
record KillsUnderTheStory() implements Trial {
    private static final int TRIES_AFTER_AN_OUTAGE = 30;

    @Override
    public String name() {
        return "story";
    }

    @Override
    public String sentence() {
        return "services, PostgreSQL and Kafka killed with -9 while the demo's story is told: it ends with the same person and"
                + " the same fen";
    }

    @Override
    public String run(Ground ground) {
        var chosen = Fault.some(ground.seed(), ground.services());
        ground.out().println("            %d faults, seed %d".formatted(chosen.size(), ground.seed()));
        var broken = new Series(ground).run(chosen);
        var line = "%d survived, %d broken".formatted(chosen.size() - broken.size(), broken.size());
        if (!broken.isEmpty()) {
            throw new PartFailed(line);
        }
        return line;
    }

    /** On one stack. */
    private record Series(Ground ground) {
        private List<Fault> run(List<Fault> faults) {
            var broken = new ArrayList<Fault>();
            for (var fault : faults) {
                var begun = System.nanoTime();
                try {
                    survive(fault);
                    ground.out()
                            .println("  survived  " + fault + "  " + (System.nanoTime() - begun) / 1_000_000 + " ms");
                } catch (PartFailed | IllegalStateException e) {
                    broken.add(fault);
                    ground.out().println("  BROKEN    %s: %s".formatted(fault, e.getMessage()));
                }
            }
            return broken;
        }

        private void survive(Fault fault) {
            switch (fault.kind()) {
                case SERVICE -> surviveRestart(fault);
                case DATABASE -> surviveOutage(fault);
                case BROKER -> goOnWithoutBroker(fault);
            }
        }

        /** The story may stop, since its service is gone; told again it ends as if nothing had been. */
        private void surviveRestart(Fault fault) {
            var killing = new AtomicReference<CompletableFuture<?>>(CompletableFuture.completedFuture(true));
            var stopped = tell(Map.of(fault.step(), () -> killing.set(killAt(fault))));
            await(killing.get());
            ground.startMissing().run();
            Telling.rest(ground);
            ground.out()
                    .println("            "
                            + (stopped.isEmpty() ? "the story did not notice" : "resumed after: " + stopped));
        }

        /** Every answer meanwhile is 503; afterwards the same processes go on. */
        private void surviveOutage(Fault fault) {
            var before = ground.processes();
            var failure = tell(Map.of(fault.step(), () -> ground.kill(fault.part())));
            if (!failure.contains("answered 503")) {
                throw new PartFailed(
                        "without PostgreSQL the story says: " + (failure.isEmpty() ? "all well" : failure));
            }
            ground.startMissing().run();
            resumeWhenRecovered();
            var after = ground.processes();
            before.remove(fault.part());
            if (!after.entrySet().containsAll(before.entrySet())) {
                throw new PartFailed("a service was started anew: " + before + " and then " + after);
            }
        }

        /** Nothing is refused; what waits for an event waits until the broker is back. */
        private void goOnWithoutBroker(Fault fault) {
            var back = fault.step().equals(Story.COLLEAGUE) ? Story.CHOOSE : Story.POST_GIG;
            var failure = tell(Map.of(fault.step(), () -> ground.kill(fault.part()), back, ground.startMissing()));
            if (!failure.isEmpty()) {
                throw new PartFailed(failure);
            }
        }

        private String tell(Map<String, Runnable> atSteps) {
            try {
                Telling.whole(
                        ground, step -> atSteps.getOrDefault(step, () -> {}).run());
                return "";
            } catch (PartFailed e) {
                return String.valueOf(e.getMessage());
            } finally {
                ground.out().flush();
            }
        }

        /** A pool needs a moment to see that its connections are dead; it says 503 until then, and nothing else. */
        private void resumeWhenRecovered() {
            for (int attempt = 1; ; attempt++) {
                try {
                    Telling.rest(ground);
                    return;
                } catch (PartFailed e) {
                    if (attempt == TRIES_AFTER_AN_OUTAGE
                            || !String.valueOf(e.getMessage()).contains("answered 503")) {
                        throw e;
                    }
                    Pause.millis(1000);
                }
            }
        }

        /** Before the step's first request, or while it goes on. */
        private CompletableFuture<?> killAt(Fault fault) {
            if (fault.afterMillis() == 0) {
                ground.kill(fault.part());
                return CompletableFuture.completedFuture(true);
            }
            var later = CompletableFuture.delayedExecutor(fault.afterMillis(), TimeUnit.MILLISECONDS);
            return CompletableFuture.runAsync(() -> ground.kill(fault.part()), later);
        }

        private static void await(CompletableFuture<?> killing) {
            try {
                var unused = killing.get(1, TimeUnit.MINUTES);
            } catch (ExecutionException | TimeoutException e) {
                throw new IllegalStateException("the kill failed: " + e.getCause(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PartFailed("interrupted", e);
            }
        }
    }
}
