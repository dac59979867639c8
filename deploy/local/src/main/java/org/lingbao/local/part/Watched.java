package org.lingbao.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process that never outlives this JVM, not even after {@code kill -9}: a few lines of {@code sh} hold the reading end
 * of a pipe, and when the pipe closes (because this JVM closed it, or is gone) they end the process.
 */
public final class Watched implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Arguments: log file, signal that asks the process to end, then the command itself. */
    private static final String WATCHER = """
            log=$1; signal=$2; shift 2
            exec 3<&0
            "$@" 3<&- </dev/null >>"$log" 2>&1 &
            child=$!
            echo "$child"
            ( read -r _ <&3
              kill -"$signal" "$child"
              tenths=0
              while kill -0 "$child" && [ "$tenths" -lt 100 ]; do sleep 0.1; tenths=$((tenths + 1)); done
              kill -KILL "$child" ) >/dev/null 2>&1 &
            watcher=$!
            exec >/dev/null
            wait "$child"
            status=$?
            kill "$watcher" 2>/dev/null
            exit "$status"
            """;

    /** How a process is asked to end. */
    public enum Stop {
        /** The usual request. */
        TERM,
        /** PostgreSQL's fast shutdown: it does not wait for its clients. */
        INT
    }

    private final Process watcher;
    private final long pid;

    private Watched(Process watcher, long pid) {
        this.watcher = watcher;
        this.pid = pid;
    }

    /** Starts the command in {@code directory}; its output is appended to {@code log}. */
    public static Watched start(
            List<String> command, Map<String, String> environment, Path directory, Path log, Stop stop) {
        var words = new ArrayList<>(List.of("/bin/sh", "-c", WATCHER, "watcher", log.toString(), stop.name()));
        words.addAll(command);
        var builder = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            var process = builder.start();
            var line = process.inputReader(StandardCharsets.US_ASCII).readLine();
            if (line == null) {
                throw new PartFailed(command.getFirst() + " could not be started; its log is " + log);
            }
            return new Watched(process, Long.parseLong(line));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.getFirst(), e);
        }
    }

    /** The process itself, not its watcher. */
    public long pid() {
        return pid;
    }

    /** The watcher lives a moment longer. */
    public boolean alive() {
        return watcher.isAlive()
                && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Waits for the process to end by itself; its exit status. */
    public int await() {
        try {
            return watcher.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted", e);
        }
    }

    /** Asks the process to end and waits until it is gone. */
    @Override
    public void close() {
        try {
            watcher.getOutputStream().close();
        } catch (IOException e) {
            // The pipe was closed before: the watcher has been told.
        }
        try {
            if (!watcher.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                watcher.descendants().forEach(ProcessHandle::destroyForcibly);
                watcher.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
