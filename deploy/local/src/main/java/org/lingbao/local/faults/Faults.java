package org.lingbao.local.faults;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.lingbao.local.demo.Story;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Pause;
import org.lingbao.local.stack.Home;
import org.lingbao.local.stack.Identity;
import org.lingbao.local.stack.PortPlan;
import org.lingbao.local.stack.Report;

/** Kills parts of the running stack with -9 while the story is told, and sees that it ends with the same fen. */
public final class Faults {
    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    private static final int TRIES_AFTER_AN_OUTAGE = 30;

    private final Home home;
    private final PortPlan ports;
    private final Runnable startMissing;
    private final PrintStream out;

    private Faults(Home home, PortPlan ports, Runnable startMissing, PrintStream out) {
        this.home = home;
        this.ports = ports;
        this.startMissing = startMissing;
        this.out = out;
    }

    /**
     * Runs the faults on the stack, which must be ready.
     *
     * @param services how many of the faults that kill a service; those are chosen by the seed
     * @param startMissing starts what was killed, as {@code ./lingbao up} does
     * @return the exit status: 1 when any fault broke the story
     */
    public static int run(Home home, PortPlan ports, long seed, int services, Runnable startMissing, PrintStream out) {
        var chosen = Fault.some(seed, services);
        out.println("Faults: %d, seed %d".formatted(chosen.size(), seed));
        var broken = new Faults(home, ports, startMissing, out).run(chosen);
        out.println("%d survived, %d broken".formatted(chosen.size() - broken.size(), broken.size()));
        return broken.isEmpty() ? 0 : 1;
    }

    /** How many faults there are that kill a service. */
    public static int services() {
        return Fault.services().size();
    }

    private List<Fault> run(List<Fault> faults) {
        var broken = new ArrayList<Fault>();
        for (var fault : faults) {
            var begun = System.nanoTime();
            try {
                survive(fault);
                out.println("  survived  " + fault + "  " + (System.nanoTime() - begun) / 1_000_000 + " ms");
            } catch (PartFailed | IllegalStateException e) {
                broken.add(fault);
                out.println("  BROKEN    %s: %s".formatted(fault, e.getMessage()));
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
        startMissing.run();
        resume();
        out.println("            " + (stopped.isEmpty() ? "the story did not notice" : "resumed after: " + stopped));
    }

    /** Every answer meanwhile is 503; afterwards the same processes go on. */
    private void surviveOutage(Fault fault) {
        var before = processes();
        var failure = tell(Map.of(fault.step(), () -> kill(fault.part())));
        if (!failure.contains("answered 503")) {
            throw new PartFailed("without PostgreSQL the story says: " + (failure.isEmpty() ? "all well" : failure));
        }
        startMissing.run();
        resumeWhenRecovered();
        var after = processes();
        before.remove(fault.part());
        if (!after.entrySet().containsAll(before.entrySet())) {
            throw new PartFailed("a service was started anew: " + before + " and then " + after);
        }
    }

    /** Nothing is refused; what waits for an event waits until the broker is back. */
    private void goOnWithoutBroker(Fault fault) {
        var back = fault.step().equals(Story.COLLEAGUE) ? Story.CHOOSE : Story.POST_GIG;
        var failure = tell(Map.of(fault.step(), () -> kill(fault.part()), back, startMissing));
        if (!failure.isEmpty()) {
            throw new PartFailed(failure);
        }
    }

    private String tell(Map<String, Runnable> atSteps) {
        Consumer<String> listener = step -> atSteps.getOrDefault(step, () -> {}).run();
        try {
            Story.tell(home, ports, Fault.PLOT, false, listener, NOWHERE, NOWHERE);
            return "";
        } catch (PartFailed e) {
            return String.valueOf(e.getMessage());
        } finally {
            out.flush();
        }
    }

    private void resume() {
        Story.tell(home, ports, Fault.PLOT, true, step -> {}, NOWHERE, NOWHERE);
    }

    /** A pool needs a moment to see that its connections are dead; it says 503 until then, and nothing else. */
    private void resumeWhenRecovered() {
        for (int attempt = 1; ; attempt++) {
            try {
                resume();
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
            kill(fault.part());
            return CompletableFuture.completedFuture(true);
        }
        var later = CompletableFuture.delayedExecutor(fault.afterMillis(), TimeUnit.MILLISECONDS);
        return CompletableFuture.runAsync(() -> kill(fault.part()), later);
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

    private void kill(String part) {
        var process = processes().get(part);
        var running = process == null ? Optional.<ProcessHandle>empty() : process.running();
        if (running.isEmpty() || !running.get().destroyForcibly()) {
            throw new IllegalStateException(part + " could not be killed: it does not run");
        }
        while (running.get().isAlive()) {
            Pause.millis(10);
        }
    }

    private Map<String, Identity> processes() {
        return Report.read(home.report()).stream()
                .flatMap(report -> report.parts().stream())
                .filter(part -> part.process() != null)
                .collect(Collectors.toMap(Report.PartReport::name, Faults::process));
    }

    private static Identity process(Report.PartReport part) {
        return Objects.requireNonNull(part.process());
    }
}
