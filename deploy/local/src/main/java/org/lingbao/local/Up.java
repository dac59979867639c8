package org.lingbao.local;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.lingbao.local.part.Keycloak;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Pause;
import org.lingbao.local.stack.Cell;
import org.lingbao.local.stack.Home;
import org.lingbao.local.stack.NativeImage;
import org.lingbao.local.stack.PortPlan;
import org.lingbao.local.stack.Report;
import org.lingbao.local.stack.Report.Phase;
import org.lingbao.local.stack.Report.State;
import org.lingbao.local.stack.Service;
import org.lingbao.local.stack.Supervisor;

/**
 * Brings the stack up: all of it, or what is missing. Ctrl-C takes back what this call started.
 *
 * @param cells nothing: those that run already, or else the usual ones
 * @param images the services that run as native images; nothing: as they run already, or else none
 */
record Up(Home home, PortPlan ports, List<Cell> cells, List<Service> images, PrintStream out) {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(45);

    int run(boolean fresh) {
        try (var alone = Alone.in(home)) {
            if (fresh && alone.held()) {
                var ran = new Down(home, out).stop();
                out.println(ran ? "Forgetting the old data." : "Starting without old data.");
                home.erase();
            }
            home.prepare();
            var begun = System.nanoTime();
            var running = Report.read(home.report()).filter(Report::current);
            if (running.isEmpty() || !complete(running.get())) {
                launch();
            }
            var seconds = (System.nanoTime() - begun) / 100_000_000;
            out.println("Ready after %d.%d s. Logs: %s  Stop: ./lingbao down"
                    .formatted(seconds / 10, seconds % 10, home.path().resolve("log")));
        }
        return 0;
    }

    /** @return whether the supervisor is there to do it; one that was just killed may look alive for a moment */
    private boolean complete(Report running) {
        var wanted = cells.stream().map(Cell::number).collect(Collectors.toSet());
        if (running.offset() != ports.offset()
                || !new HashSet<>(running.cells()).containsAll(wanted)
                || !new HashSet<>(running.images()).containsAll(names(images))) {
            throw new PartFailed("Another stack runs from " + home.path() + " (cells " + running.cells()
                    + ", native images " + running.images() + ", port offset " + running.offset()
                    + "); ./lingbao down ends it.");
        }
        if (running.ready()) {
            out.println("Everything is running.");
            return true;
        }
        var request = UUID.randomUUID().toString();
        var takeBack = new Thread(() -> request(""), "take back");
        Runtime.getRuntime().addShutdownHook(takeBack);
        request(request);
        try {
            var supervisor = running.supervisor().running();
            return supervisor.isPresent() && follow(supervisor.get(), request, startable(running));
        } finally {
            forget(takeBack);
        }
    }

    private static List<String> names(List<Service> services) {
        return services.stream().map(Service::text).toList();
    }

    private static Set<String> startable(Report running) {
        return running.parts().stream()
                .filter(part -> part.state() == State.READY)
                .map(Report.PartReport::name)
                .collect(Collectors.toSet());
    }

    private void request(String id) {
        try {
            Files.writeString(home.request(), id);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + home.request(), e);
        }
    }

    private void launch() {
        // What a killed supervisor left behind ends by itself within seconds; its ports are needed.
        if (new Down(home, out).stop()) {
            out.println("Waited for the rest of an earlier stack to end.");
        }
        var chosen = cells.isEmpty() ? Cell.USUAL : cells;
        var names = chosen.stream().map(cell -> Integer.toString(cell.number())).collect(Collectors.joining(","));
        out.println("Starting 灵保 Lingbao, cells " + names
                + (images.isEmpty() ? "" : ", as native images " + String.join(",", names(images))));
        // One that is missing is told before anything starts.
        var executables = images.stream()
                .map(service -> NativeImage.of(home.root(), service))
                .toList();
        assert executables.size() == images.size();
        if (!Keycloak.of(home.root()).prepared()) {
            out.println("  Keycloak is built and its realm imported, once; that takes half a minute more.");
        }
        try {
            Files.deleteIfExists(home.report());
            Files.deleteIfExists(home.request());
            var log = home.log("supervisor").toFile();
            var process = new ProcessBuilder(command(names))
                    .directory(home.path().toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
            var takeBack = new Thread(() -> stop(process), "take back");
            Runtime.getRuntime().addShutdownHook(takeBack);
            try {
                if (!follow(process.toHandle(), "", Set.of())) {
                    throw new PartFailed("The supervisor has died; its log is " + home.log("supervisor"));
                }
            } catch (RuntimeException e) {
                stop(process);
                throw e;
            } finally {
                forget(takeBack);
            }
        } catch (IOException e) {
            throw new PartFailed("The supervisor cannot be started (" + e.getMessage() + ").", e);
        }
    }

    private List<String> command(String cellNames) {
        // A session of its own: a Ctrl-C in this terminal is for the launcher, which then stops the supervisor in
        // order.
        var command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                "command -v setsid >/dev/null && exec setsid \"$@\"; trap '' INT HUP; exec \"$@\"",
                "sh"));
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", Program.copy(home), Supervisor.class.getName()));
        command.addAll(List.of(home.path().toString(), home.root().toString()));
        command.addAll(List.of(Integer.toString(ports.offset()), cellNames, String.join(",", names(images))));
        return command;
    }

    private static void stop(Process supervisor) {
        supervisor.destroy();
        try {
            if (!supervisor.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                supervisor.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // Ctrl-C came in this moment: the hook is at work.
        }
    }

    /**
     * Prints each part as it gets ready, until the request is handled or has failed.
     *
     * @return whether the supervisor lived to do it
     */
    private boolean follow(ProcessHandle supervisor, String request, Set<String> already) {
        var told = new HashSet<>(already);
        var deadline = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            var alive = supervisor.isAlive();
            var report = Report.read(home.report()).filter(r -> r.supervisor().pid() == supervisor.pid());
            report.ifPresent(known -> known.parts().stream()
                    .filter(part -> part.state() == State.READY && told.add(part.name()))
                    .forEach(part -> out.println(Status.line(part))));
            if (report.isPresent() && over(report.get(), request)) {
                return true;
            }
            if (!alive) {
                return false;
            }
            Pause.millis(50);
        }
        throw new PartFailed("The stack was not ready after " + LIMIT.toMinutes() + " minutes; its log is "
                + home.log("supervisor"));
    }

    private static boolean over(Report report, String request) {
        var handled = report.phase() == Phase.FAILED
                || (report.phase() == Phase.RUNNING && report.handled().equals(request));
        if (handled && report.failure() != null) {
            throw new PartFailed(report.failure());
        }
        return handled;
    }
}
