package org.lingbao.local.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.lingbao.local.faults.events.EventTrials;
import org.lingbao.local.part.PartFailed;

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
     * @return the exit status: 1 when anything did not hold
     */
    public static int run(Ground ground, Optional<String> name) {
        return run(
                ground,
                ALL.stream()
                        .filter(trial -> name.isEmpty() || trial.name().equals(name.get()))
                        .toList());
    }

    /**
     * Replaces an earlier release by this one under load.
     *
     * @param earlier its checkout, built
     * @param start a stack of its own; it begins with the earlier release
     * @return the exit status: 1 when anything did not hold
     */
    public static int upgrade(Ground ground, Path earlier, Runnable start) {
        var events = new EarlierEvents(earlier, ground.home().root());
        var conflicts = events.conflicts();
        conflicts.forEach(conflict -> ground.out().println("    " + conflict));
        ground.out()
                .println("Events: %d kinds of the earlier release, %d conflicts"
                        .formatted(events.kinds(), conflicts.size()));
        Upgrade.prepare(ground, earlier);
        start.run();
        return Math.max(conflicts.isEmpty() ? 0 : 1, run(ground, List.of(new Upgrade(earlier))));
    }

    private static int run(Ground ground, List<Trial> chosen) {
        var broken = new ArrayList<String>();
        var skipped = new ArrayList<String>();
        for (var trial : chosen) {
            switch (result(trial, ground)) {
                case SURVIVED -> {}
                case BROKEN -> broken.add(trial.name());
                case SKIPPED -> skipped.add(trial.name());
            }
        }
        ground.out()
                .println("Faults: %d, broken: %s, skipped: %s, seed %d"
                        .formatted(chosen.size(), listed(broken), listed(skipped), ground.seed()));
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
