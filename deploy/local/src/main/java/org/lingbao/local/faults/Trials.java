package org.lingbao.local.faults;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.stack.Home;
import org.lingbao.local.stack.PortPlan;

/** All that the running stack has to survive, by name. */
public final class Trials {
    private static final List<Trial> ALL = List.of(new KillsUnderTheStory());

    private Trials() {}

    /**
     * Runs trials on the stack, which must be ready.
     *
     * @param name of one of them; nothing: all
     * @param services how many of the faults that kill a service under the story
     * @param startMissing starts what was killed, as {@code ./lingbao up} does
     * @return the exit status: 1 when anything did not hold
     */
    public static int run(
            Home home,
            PortPlan ports,
            Optional<String> name,
            long seed,
            int services,
            Runnable startMissing,
            PrintStream out) {
        var ground = new Ground(home, ports, seed, services, startMissing, out);
        var chosen = ALL.stream()
                .filter(trial -> name.isEmpty() || trial.name().equals(name.get()))
                .toList();
        var broken = new ArrayList<String>();
        for (var trial : chosen) {
            if (!holds(trial, ground)) {
                broken.add(trial.name());
            }
        }
        out.println("Faults: %d, broken: %s, seed %d"
                .formatted(chosen.size(), broken.isEmpty() ? "none" : String.join(", ", broken), seed));
        return broken.isEmpty() ? 0 : 1;
    }

    /** What they are called. */
    public static List<String> names() {
        return ALL.stream().map(Trial::name).toList();
    }

    private static boolean holds(Trial trial, Ground ground) {
        ground.out().println(trial.name() + ": " + trial.sentence());
        var begun = System.nanoTime();
        try {
            var figures = trial.run(ground);
            ground.out().println("  survived  %s: %s, %d s".formatted(trial.name(), figures, seconds(begun)));
            return true;
        } catch (PartFailed | IllegalStateException e) {
            ground.out().println("  BROKEN    %s: %s, %d s".formatted(trial.name(), e.getMessage(), seconds(begun)));
            return false;
        }
    }

    private static long seconds(long begun) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
    }
}
