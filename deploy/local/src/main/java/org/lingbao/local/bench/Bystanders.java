package org.lingbao.local.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.stack.Service;

/**
 * The cell's other services stand still (SIGSTOP) while something is measured. They would only take events in, which in
 * production is done by other machines, and here by the same two processors.
 */
final class Bystanders implements AutoCloseable {
    private final List<ProcessHandle> processes;
    private final Thread resume;

    Bystanders(Ground ground) {
        processes = Arrays.stream(Service.values())
                .filter(service -> service != ground.service())
                .map(service -> ground.process(Ground.part(service)))
                .toList();
        resume = new Thread(() -> signal("CONT"), "resume");
        Runtime.getRuntime().addShutdownHook(resume);
        signal("STOP");
    }

    private void signal(String name) {
        try {
            for (var process : processes) {
                var status = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .inheritIO()
                        .start()
                        .waitFor();
                if (status != 0) {
                    throw new PartFailed("The process " + process.pid() + " was not told to " + name);
                }
            }
        } catch (IOException e) {
            throw new PartFailed("Signals cannot be sent: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted", e);
        }
    }

    /** Else they could not be told to end. */
    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(resume);
        signal("CONT");
    }
}
