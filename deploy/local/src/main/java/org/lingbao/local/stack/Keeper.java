package org.lingbao.local.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.stack.Report.PartReport;
import org.lingbao.local.stack.Report.State;

/** Starts the parts that are missing, knows how each is, and ends them all. */
final class Keeper implements AutoCloseable {
    /** More would only take turns on the processors, and the first would be ready when the last one is. */
    private static final int AT_ONCE = Runtime.getRuntime().availableProcessors() + 1;

    private record Standing(State state, @Nullable Identity process, long millis) {}

    private final List<List<Part>> parts;
    private final Map<String, Standing> standings = new ConcurrentHashMap<>();
    private final Runnable changed;

    Keeper(List<List<Part>> parts, Runnable changed) {
        this.parts = parts;
        this.changed = changed;
    }

    /** Starts whatever is not alive. When one part fails, those that this call started end again. */
    void startMissing(BooleanSupplier cancelled) {
        // All ports first: what is wrong with the last part should not be found out after a minute.
        for (var part : all()) {
            if (!part.alive()) {
                PortOwner.refuseTaken(part.name(), part.port());
            }
        }
        var started = new ArrayList<List<Part>>();
        try {
            for (var together : parts) {
                var missing = together.stream().filter(part -> !part.alive()).toList();
                started.add(missing);
                startTogether(missing, cancelled);
            }
        } catch (PartFailed e) {
            end(started);
            started.forEach(missing -> missing.forEach(part -> set(part, new Standing(State.DEAD, null, 0))));
            throw e;
        }
    }

    private void startTogether(List<Part> missing, BooleanSupplier cancelled) {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var starts = new ArrayList<Future<?>>();
            var failed = new AtomicBoolean();
            BooleanSupplier over = () -> failed.get() || cancelled.getAsBoolean();
            for (var part : missing) {
                Callable<@Nullable Void> start = () -> {
                    try {
                        start(part, over);
                        return null;
                    } catch (RuntimeException e) {
                        failed.set(true);
                        throw e;
                    }
                };
                starts.add(threads.submit(start));
            }
            await(starts);
        }
        if (cancelled.getAsBoolean()) {
            throw new PartFailed("interrupted");
        }
    }

    private static void await(List<Future<?>> starts) {
        PartFailed first = null;
        for (var start : starts) {
            try {
                var done = start.get();
                assert done == null;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PartFailed("interrupted", e);
            } catch (ExecutionException e) {
                var cause = e.getCause();
                var failure = cause instanceof PartFailed known ? known : new PartFailed(String.valueOf(cause), e);
                first = first == null ? failure : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private void start(Part part, BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            return;
        }
        var begun = System.nanoTime();
        set(part, new Standing(State.STARTING, null, 0));
        part.start(cancelled);
        if (!cancelled.getAsBoolean()) {
            set(part, new Standing(State.READY, identity(part), (System.nanoTime() - begun) / 1_000_000));
        }
    }

    private static @Nullable Identity identity(Part part) {
        return part.pid().stream()
                .mapToObj(ProcessHandle::of)
                .flatMap(Optional::stream)
                .map(Identity::of)
                .findFirst()
                .orElse(null);
    }

    private void set(Part part, Standing standing) {
        standings.put(part.name(), standing);
        changed.run();
    }

    /** Notices parts that have died since they were ready. */
    void look() {
        for (var part : all()) {
            var standing = standings.get(part.name());
            if (standing != null && standing.state() == State.READY && !part.alive()) {
                set(part, new Standing(State.DEAD, standing.process(), 0));
            }
        }
    }

    List<PartReport> report() {
        return all().stream().map(this::report).toList();
    }

    private PartReport report(Part part) {
        var standing = standings.getOrDefault(part.name(), new Standing(State.WAITING, null, 0));
        return new PartReport(
                part.name(),
                part.port(),
                standing.state(),
                standing.process(),
                standing.millis(),
                part.log().toString());
    }

    private List<Part> all() {
        return parts.stream().flatMap(List::stream).toList();
    }

    @Override
    public void close() {
        end(parts);
    }

    /** Services first, then what they stand on: a service without its database takes long to end. */
    private static void end(List<List<Part>> started) {
        for (var together : started.reversed()) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                together.forEach(part -> threads.execute(part::close));
            }
        }
    }
}
