package org.lingbao.bench;

import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Processor time of the measuring thread: on a machine that does other work too, it tells more than the clock on the wall. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Processor {
    public long answers;
    public long nanos;
    /** No counter: JMH clears those when it begins to measure. */
    private long started;

    @Setup(Level.Iteration)
    public void start() {
        started = now();
    }

    @TearDown(Level.Iteration)
    public void stop() {
        nanos = now() - started;
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
