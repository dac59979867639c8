package org.lingbao.local.faults;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Pause;
import org.lingbao.local.stack.Cell;
import org.lingbao.local.stack.Home;
import org.lingbao.local.stack.Identity;
import org.lingbao.local.stack.PortPlan;
import org.lingbao.local.stack.Report;
import org.lingbao.local.stack.ServiceDatabases;

/**
 * The running stack as trials need it.
 *
 * @param seed of everything that is chosen by chance
 * @param services how many of the faults that kill a service under the story
 * @param startMissing starts what was killed and waits until it is ready, as {@code ./lingbao up} does
 * @param out where people read along
 * @param brief less of everything, for a check that runs often
 * @param kills how often what is killed while payments come in
 */
public record Ground(
        Home home,
        PortPlan ports,
        long seed,
        int services,
        Runnable startMissing,
        PrintStream out,
        boolean brief,
        Kills kills) {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    /** Always the same choices for the same seed, whichever trials ran before. */
    public Random random(String trial) {
        return new Random(seed * 31 + trial.hashCode());
    }

    public List<Cell> cells() {
        return report().cells().stream().map(Cell::new).toList();
    }

    public ServiceDatabases databases() {
        return new ServiceDatabases(home, ports);
    }

    /** Ends a part with -9 and returns when it is gone. */
    public void kill(String part) {
        var process = process(part);
        if (!process.destroyForcibly()) {
            throw new IllegalStateException(part + " could not be killed");
        }
        while (process.isAlive()) {
            Pause.millis(10);
        }
    }

    /** Ends a part as a cluster does, and returns when it is gone. */
    public void end(String part) {
        var process = process(part);
        if (!process.destroy()) {
            throw new PartFailed(part + " cannot be stopped; its log says what it does.");
        }
        var deadline = System.nanoTime() + STOP_LIMIT.toNanos();
        while (process.isAlive()) {
            if (System.nanoTime() > deadline) {
                throw new PartFailed(
                        part + " did not stop within " + STOP_LIMIT.toSeconds() + " s; its log says what it does.");
            }
            Pause.millis(10);
        }
    }

    /** The running process of a part, such as {@code transfer 37}, {@code PostgreSQL} or {@code Kafka}. */
    public ProcessHandle process(String part) {
        return Optional.ofNullable(processes().get(part))
                .flatMap(Identity::running)
                .orElseThrow(() -> new IllegalStateException(part + " does not run"));
    }

    /** Whether a part has a process that runs; one that was stopped on purpose or was killed has none. */
    public boolean runs(String part) {
        return Optional.ofNullable(processes().get(part))
                .flatMap(Identity::running)
                .isPresent();
    }

    /** All parts that have a process. */
    public Map<String, Identity> processes() {
        return report().parts().stream()
                .filter(part -> part.process() != null)
                .collect(Collectors.toMap(Report.PartReport::name, part -> Objects.requireNonNull(part.process())));
    }

    private Report report() {
        return Report.read(home.report()).orElseThrow(() -> new PartFailed("Nothing runs; ./lingbao up starts it."));
    }
}
