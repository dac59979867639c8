package org.lingbao.local.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lingbao.local.part.Keycloak;
import org.lingbao.local.part.LocalIssuer;
import org.lingbao.local.part.PartFailed;

/** What is done once for a checkout, and again when its libraries or the realm change, so that each start is short. */
public final class Preparation {
    private final Home home;
    private final Path log;
    private final SharedClasses shared;

    private Preparation(Home home) {
        this.home = home;
        this.log = home.log("preparation");
        this.shared = SharedClasses.of(home.root());
    }

    /** Does what is missing; a start does without what could not be done. */
    public static void run(Home home) {
        new Preparation(home).run();
    }

    private void run() {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var keycloak = threads.submit(() -> Keycloak.of(home.root()).prepare(log));
            var classes = threads.submit(this::shareClasses);
            await(keycloak);
            await(classes);
        }
    }

    private static void await(Future<?> work) {
        try {
            var done = work.get();
            assert done == null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof PartFailed known ? known : new PartFailed(String.valueOf(e.getCause()), e);
        }
    }

    /** The JVM tells which classes it loads when one service starts on an empty database; nothing else is needed. */
    private void shareClasses() {
        if (shared.made()) {
            return;
        }
        var scratch = new Home(shared.directory().resolve("training"), home.root());
        Home.delete(SharedClasses.all(home.root())); // what is there was made of other libraries, or not to its end
        scratch.prepare();
        shared.copyLibraries();
        var plan = new StackPlan(scratch, PortPlan.free(), List.of(Cell.SHANDONG), List.of());
        var parts = plan.training(shared);
        try (var issuer = LocalIssuer.start(
                        scratch.data("issuer.key"), plan.ports().issuer());
                var keeper = new Keeper(parts, () -> {})) {
            assert !issuer.issuer().isEmpty();
            keeper.startMissing(() -> false);
        }
        Home.delete(scratch.path());
        shared.make(StackPlan.java(), log);
    }
}
