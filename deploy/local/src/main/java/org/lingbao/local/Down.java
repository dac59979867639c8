package org.lingbao.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lingbao.local.part.Pause;
import org.lingbao.local.stack.Home;
import org.lingbao.local.stack.Identity;
import org.lingbao.local.stack.Report;

/** Stops everything, also what a supervisor that was killed left behind. */
record Down(Home home, PrintStream out) {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    int run() {
        try (var alone = Alone.in(home)) {
            out.println(alone.held() && stop() ? "Stopped." : "Nothing was running.");
        }
        return 0;
    }

    /** @return whether anything ran */
    boolean stop() {
        var report = Report.read(home.report());
        if (report.isEmpty()) {
            return false;
        }
        var supervisor = report.get().supervisor().running();
        supervisor.ifPresent(process -> {
            out.println("Stopping (pid " + process.pid() + ") …");
            end(List.of(report.get().supervisor()));
        });
        // A part's watcher ends it by itself; this only waits, unless something hangs.
        var parts = report.get().parts().stream()
                .map(Report.PartReport::process)
                .filter(Objects::nonNull)
                .toList();
        return awaitOrKill(parts) || supervisor.isPresent();
    }

    private static void end(List<Identity> processes) {
        running(processes).forEach(ProcessHandle::destroy);
        var killed = awaitOrKill(processes);
        assert killed || running(processes).isEmpty();
    }

    /** @return whether any of them still ran */
    private static boolean awaitOrKill(List<Identity> processes) {
        var any = !running(processes).isEmpty();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!running(processes).isEmpty()) {
            if (System.nanoTime() > deadline) {
                running(processes).forEach(ProcessHandle::destroyForcibly);
                deadline += PATIENCE.toNanos();
            }
            Pause.millis(50);
        }
        return any;
    }

    private static List<ProcessHandle> running(List<Identity> processes) {
        return processes.stream()
                .map(Identity::running)
                .flatMap(Optional::stream)
                .toList();
    }
}
