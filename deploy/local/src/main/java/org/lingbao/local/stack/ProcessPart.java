package org.lingbao.local.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Pause;
import org.lingbao.local.part.Watched;

/** A part that is a process of its own. */
final class ProcessPart implements Part {
    /** A native image is ready within a fifth of a second. */
    private static final long LOOK_MILLIS = 20;

    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    /** What to run, made at the moment of the start: passwords are new each time. */
    record Launch(List<String> command, Map<String, String> environment) {
        /** Passwords stay out of logs. */
        @Override
        public String toString() {
            return command.toString();
        }
    }

    private final String name;
    private final int port;
    private final Path log;
    private final Path directory;
    private final Supplier<Launch> launch;
    private final BooleanSupplier ready;
    private volatile @Nullable Watched process;

    ProcessPart(String name, int port, Path log, Path directory, Supplier<Launch> launch, BooleanSupplier ready) {
        this.name = name;
        this.port = port;
        this.log = log;
        this.directory = directory;
        this.launch = launch;
        this.ready = ready;
    }

    @Override
    public void start(BooleanSupplier cancelled) {
        var what = launch.get();
        var started = Watched.start(what.command(), what.environment(), directory, log, Watched.Stop.TERM);
        process = started;
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!ready.getAsBoolean()) {
            if (cancelled.getAsBoolean()) {
                return;
            }
            if (!started.alive()) {
                throw new PartFailed(name + " ended while it was starting; its log is " + log);
            }
            if (System.nanoTime() > deadline) {
                throw new PartFailed(
                        name + " was not ready after " + START_LIMIT.toSeconds() + " s; its log is " + log);
            }
            Pause.millis(LOOK_MILLIS);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public boolean alive() {
        var running = process;
        return running != null && running.alive();
    }

    @Override
    public OptionalLong pid() {
        var running = process;
        return running == null ? OptionalLong.empty() : OptionalLong.of(running.pid());
    }

    @Override
    public void close() {
        var running = process;
        if (running != null) {
            running.close();
        }
    }
}
