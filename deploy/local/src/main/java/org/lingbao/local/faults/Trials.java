package org.lingbao.local.faults;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.lingbao.local.faults.events.EventTrials;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.stack.Home;
import org.lingbao.local.stack.PortPlan;

/** All that the running stack has to survive, by name. */
public final class Trials {
    private static final List<Trial> ALL = Stream.concat(
                    Stream.of(
                            new KillsUnderTheStory(),
                            KillsUnderLoad.each(),
                            KillsUnderLoad.posting(),
                            new BrokerDown(),
                            new Stopped(),
                            new Exhausted(),
                            new DiskFull()),
                    EventTrials.ALL.stream())
            .toList();

    private Trials() {}

    /**
     * Runs trials on the stack, which must be ready.
     *
     * @param name of one of them; nothing: all
     * @param services how many of the faults that kill a service under the story
     * @param kills how often what is killed while payments come in; nothing: as many as there is time for
     * @param brief less of everything
     * @param startMissing starts what was killed, as {@code ./lingbao up} does
     * @return the exit status: 1 when anything did not hold
     */
    public static int run(
            Home home,
            PortPlan ports,
            Optional<String> name,
            long seed,
            int services,
            Optional<Kills> kills,
            boolean brief,
            Runnable startMissing,
            PrintStream out) {
        var usual = brief ? Kills.FEW : name.isEmpty() ? Kills.SOME : Kills.MANY;
        var ground = new Ground(home, ports, seed, services, startMissing, out, brief, kills.orElse(usual));
        var chosen = ALL.stream()
                .filter(trial -> name.isEmpty() || trial.name().equals(name.get()))
                .toList();
        var broken = new ArrayList<String>();
        var skipped = new ArrayList<String>();
        for (var trial : chosen) {
            switch (result(trial, ground)) {
                case SURVIVED -> {}
                case BROKEN -> broken.add(trial.name());
                case SKIPPED -> skipped.add(trial.name());
            }
        }
        out.println("Faults: %d, broken: %s, skipped: %s, seed %d"
                .formatted(chosen.size(), listed(broken), listed(skipped), seed));
        return broken.isEmpty() ? 0 : 1;
    }

    /** What they are called. */
    public static List<String> names() {
        return ALL.stream().map(Trial::name).toList();
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    /** How a trial ended. */
    private enum Result {
        SURVIVED,
        BROKEN,
        SKIPPED
    }

    private static Result result(Trial trial, Ground ground) {
        ground.out().println(trial.name() + ": " + trial.sentence());
        var begun = System.nanoTime();
        try {
            var figures = trial.run(ground);
            ground.out().println("  survived  %s: %s, %d s".formatted(trial.name(), figures, seconds(begun)));
            return Result.SURVIVED;
        } catch (PartFailed | IllegalStateException e) {
            ground.out().println("  BROKEN    %s: %s, %d s".formatted(trial.name(), e.getMessage(), seconds(begun)));
            return Result.BROKEN;
        } catch (Skipped e) {
            ground.out().println("  skipped   %s: %s".formatted(trial.name(), e.getMessage()));
            return Result.SKIPPED;
        }
    }

    private static long seconds(long begun) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
    }
}
