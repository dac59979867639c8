package org.lingbao.local.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.lingbao.local.stack.Build;
import org.lingbao.local.stack.Copy;
import org.lingbao.local.stack.Service;

/**
 * A rolling upgrade as a cluster does it: two processes of each service, replaced one after the other while writes go on
 * to whichever answers. The first one of the new release changes the database under the old one's feet; for a while both
 * write, publish and consume. Then one goes back to the old release, and forth again.
 *
 * @param earlier the checkout of the release that is replaced, built
 */
record Upgrade(Path earlier) implements Trial {
    private static final List<Integer> COPIES = List.of(1, 2);
    private static final Duration RECOVERY = Duration.ofSeconds(180);

    @Override
    public String name() {
        return "upgrade";
    }

    @Override
    public String sentence() {
        return "the processes of each service replaced by those of this checkout, one after the other, under load, one of"
                + " them back and forth again: both releases work side by side";
    }

    /** Has the next stack begin with the earlier release. */
    static void prepare(Ground ground, Path earlier) {
        all().forEach(copy -> new Build(ground.home(), copy.name()).set(earlier));
    }

    private static List<Copy> all() {
        return Arrays.stream(Service.values())
                .flatMap(service -> COPIES.stream().map(number -> new Copy(Load.CELL, service, number)))
                .toList();
    }

    @Override
    public String run(Ground ground) {
        var services = new ArrayList<>(List.of(Service.values()));
        Collections.shuffle(services, ground.random(name()));
        services.remove(Service.ENROLLMENT);
        services.addLast(Service.ENROLLMENT); // what it tells, the others must know how to take
        var turn = new AtomicInteger();
        var under = new UnderLoad(
                ground,
                name(),
                service -> new Copy(Load.CELL, service, COPIES.get(turn.getAndIncrement() % COPIES.size()))
                        .port(ground.ports()));
        return under.run(load -> {
            for (var service : services) {
                for (var number : COPIES) {
                    toThis(ground, load, new Copy(Load.CELL, service, number));
                }
                var back = new Copy(Load.CELL, service, COPIES.getLast());
                toEarlier(ground, load, back);
                toThis(ground, load, back);
            }
            return "%d processes replaced, %d of them back and forth, %d requests not answered, %d answered 503"
                    .formatted(
                            all().size(),
                            services.size(),
                            load.tally().silent(),
                            load.tally().unavailable());
        });
    }

    private void toThis(Ground ground, Load load, Copy copy) {
        new Build(ground.home(), copy.name()).forget();
        replace(ground, load, copy, "this checkout");
    }

    private void toEarlier(Ground ground, Load load, Copy copy) {
        new Build(ground.home(), copy.name()).set(earlier);
        replace(ground, load, copy, "the earlier release");
    }

    /** Ends it as a cluster does, starts it anew, and returns when all kinds of writes go on. */
    private static void replace(Ground ground, Load load, Copy copy, String build) {
        var begun = System.nanoTime();
        ground.end(copy.name());
        new Parts(ground).start(copy.name());
        var unused = load.awaitWrites(Load.ALL, RECOVERY);
        ground.out()
                .println("            %s is of %s after %s"
                        .formatted(copy.name(), build, UnderLoad.seconds(Duration.ofNanos(System.nanoTime() - begun))));
    }
}
