package org.lingbao.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The processor time of parts of the stack, with the processes that they have started. */
final class Processor {
    /** Of the fields after the name of {@code /proc/PID/stat}: what processes used that have ended, in ticks. */
    private static final int ENDED_USER = 13;

    private static final int ENDED_SYSTEM = 14;
    /** Linux tells everybody of ticks of this length, whatever its own are. */
    private static final Duration TICK = Duration.ofMillis(10);

    private final SortedMap<String, ProcessHandle> parts = new TreeMap<>();

    Processor(Ground ground, String... names) {
        for (var name : names) {
            parts.put(name, ground.process(name));
        }
    }

    /** By part. */
    SortedMap<String, Duration> used() {
        var used = new TreeMap<String, Duration>();
        parts.forEach((name, part) -> used.put(
                name,
                Stream.concat(Stream.of(part), part.descendants())
                        .map(Processor::used)
                        .reduce(ended(part), Duration::plus)));
        return used;
    }

    /** Of this process. */
    static Duration own() {
        return used(ProcessHandle.current());
    }

    private static Duration used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** A database's connection is a process, and connections end while others are measured. */
    private static Duration ended(ProcessHandle part) {
        try {
            return ended(Files.readString(Path.of("/proc", Long.toString(part.pid()), "stat"), UTF_8));
        } catch (IOException noSuchSystem) {
            return Duration.ZERO;
        }
    }

    /** @param stat the line of {@code /proc/PID/stat}; the name in it is in parentheses and may hold anything */
    static Duration ended(String stat) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return TICK.multipliedBy(Long.parseLong(fields[ENDED_USER]) + Long.parseLong(fields[ENDED_SYSTEM]));
    }
}
