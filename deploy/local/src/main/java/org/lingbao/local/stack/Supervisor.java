package org.lingbao.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Pause;
import org.lingbao.local.stack.Report.Phase;

/**
 * The process behind {@code ./lingbao up}: it starts the parts, watches them and ends them. It takes requests through a
 * file in the run directory, so only who may write there can ask for anything. When it is killed, its parts end, too.
 */
public final class Supervisor {
    private static final long LOOK_MILLIS = 200;

    private final StackPlan plan;
    private final Keeper keeper;
    private final Identity self = Identity.of(ProcessHandle.current());
    private volatile Phase phase = Phase.STARTING;
    private volatile String handled = "";
    private volatile @Nullable String failure;

    private Supervisor(StackPlan plan) {
        this.plan = plan;
        this.keeper = new Keeper(plan.parts(), this::report);
    }

    /** {@code Supervisor <home> <root> <port offset> <cells> <services that run as native images>} */
    public static void main(String[] arguments) {
        var home = new Home(Path.of(arguments[0]), Path.of(arguments[1]));
        var ports = new PortPlan(Integer.parseInt(arguments[2]));
        var supervisor =
                new Supervisor(new StackPlan(home, ports, Cell.list(arguments[3]), Service.list(arguments[4])));
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stop, "stop"));
        supervisor.run();
    }

    private void run() {
        try {
            keeper.startMissing(() -> phase == Phase.STOPPING);
        } catch (PartFailed e) {
            failed(e);
            phase = Phase.FAILED;
            report();
            System.exit(1);
        }
        phase = Phase.RUNNING;
        report();
        while (phase != Phase.STOPPING) {
            Pause.millis(LOOK_MILLIS);
            keeper.look();
            var request = request();
            if (!request.isEmpty() && !request.equals(handled)) {
                handle(request);
            }
        }
    }

    /** A request is an id; an emptied file takes it back. */
    private void handle(String request) {
        failure = null;
        try {
            keeper.startMissing(() -> phase == Phase.STOPPING || !request().equals(request));
        } catch (PartFailed e) {
            failed(e);
        }
        handled = request;
        report();
    }

    private void failed(PartFailed e) {
        failure = e.getMessage();
        System.err.println(e.getMessage());
        e.printStackTrace(System.err);
    }

    private String request() {
        var file = plan.home().request();
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private synchronized void report() {
        var cells = plan.cells().stream().map(Cell::number).toList();
        var images = plan.images().stream().map(Service::text).toList();
        new Report(self, plan.ports().offset(), cells, images, phase, handled, failure, keeper.report())
                .write(plan.home().report());
    }

    private void stop() {
        if (phase != Phase.FAILED) {
            phase = Phase.STOPPING;
            report();
        }
        keeper.close();
    }
}
