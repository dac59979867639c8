package org.lingbao.local.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Pause;
import org.lingbao.local.stack.Service;

/** Parts of the stack, as trials kill, start, stop and continue them. */
record Parts(Ground ground) {
    static final String POSTGRES = "PostgreSQL";
    static final String KAFKA = "Kafka";

    private static final Duration SIGNAL_LIMIT = Duration.ofSeconds(10);
    private static final int STARTS = 20;

    /** The service where the load is. */
    static String of(Service service) {
        return service.text() + " " + Load.CELL.number();
    }

    /** All that the load's writes need. */
    static List<String> all() {
        return Stream.concat(Stream.of(Service.values()).map(Parts::of), Stream.of(POSTGRES, KAFKA))
                .toList();
    }

    /** Returns when it is ready. More than once where needed: what was just killed may look alive for a moment. */
    void start(String part) {
        for (var starts = 0; !ground.runs(part); starts++) {
            if (starts == STARTS) {
                throw new PartFailed(part + " does not start.");
            }
            ground.startMissing().run();
        }
    }

    /** Stands still from one instruction to the next, with all its processes, until it is continued. */
    void stop(String part) {
        var parent = ground.process(part);
        signal("STOP", Stream.of(parent));
        signal("STOP", parent.descendants());
    }

    void resume(String part) {
        var parent = ground.process(part);
        signal("CONT", Stream.concat(parent.descendants(), Stream.of(parent)));
    }

    private static void signal(String name, Stream<ProcessHandle> processes) {
        var pids = processes.map(ProcessHandle::pid).map(String::valueOf).toList();
        if (pids.isEmpty()) {
            return;
        }
        var words = Stream.concat(Stream.of("/bin/sh", "-c", "kill -" + name + " \"$@\"", "sh"), pids.stream())
                .toList();
        try {
            var kill = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            // a process that has ended meanwhile needs no signal
            if (!kill.waitFor(SIGNAL_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new PartFailed("kill -" + name + " did not end.");
            }
        } catch (IOException e) {
            throw new PartFailed("kill -" + name + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted", e);
        }
    }

    /** A pause of chance within these milliseconds. */
    static void pause(Random random, int mostMillis) {
        Pause.millis(random.nextInt(mostMillis));
    }
}
