package org.lingbao.local.faults;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lingbao.local.faults.Journal.Entry;
import org.lingbao.local.faults.Journal.Kind;
import org.lingbao.local.faults.Wire.Outcome;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Pause;
import org.lingbao.local.part.Ports;
import org.lingbao.local.stack.Service;
import org.lingbao.local.stack.ServiceApart;

/**
 * The disk of a PostgreSQL is full while payments come in: another one, with a service of its own beside the stack. The
 * payments are for bills that it does not know, so all of the money goes into suspense; it is as good as any other.
 */
record DiskFull() implements Trial {
    private static final Set<Kind> PAYMENTS = EnumSet.of(Kind.PAYMENT);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration TO_FILL = Duration.ofSeconds(60);
    private static final Duration FULL = Duration.ofSeconds(10);
    private static final Duration RECOVERY = Duration.ofSeconds(180);
    private static final Duration HEALTH = Duration.ofSeconds(20);
    private static final int BILLS = 100;
    private static final long LOOK_MILLIS = 50;

    @Override
    public String name() {
        return "disk-full";
    }

    @Override
    public String sentence() {
        return "the disk of a PostgreSQL is full while payments come in: 503 until there is space again, and nothing that"
                + " was acknowledged is lost";
    }

    @Override
    public String run(Ground ground) {
        var disk = SmallDisk.start(ground);
        if (disk.isEmpty()) {
            throw new Skipped("this machine lets nobody mount a disk of their own");
        }
        var port = Ports.free();
        try (var small = disk.get();
                var service = ServiceApart.start(
                        ground.home(), ground.ports(), Load.CELL, Service.CONTRIBUTION, small.database(), port);
                var load = Load.of(ground.home().run("journal-disk-full.log"), PATIENCE, any -> port)) {
            return run(ground, small, service, load, port);
        }
    }

    private static String run(Ground ground, SmallDisk disk, ServiceApart service, Load load, int port) {
        terminals(ground, load);
        var unused = load.awaitWrites(PAYMENTS, START);
        disk.fill();
        awaitRefusal(load.tally());
        Pause.millis(FULL.toMillis());
        if (!(Wire.patient(HEALTH).get(port, "/q/health/live", "") instanceof Outcome.Answered)) {
            throw new PartFailed("health does not answer");
        }
        var begun = System.nanoTime();
        var ended = disk.free();
        var restarted = Duration.ofNanos(System.nanoTime() - begun);
        var again = restarted.plus(load.awaitWrites(PAYMENTS, RECOVERY));
        if (!service.alive()) {
            throw new PartFailed("the service has ended");
        }
        var journal = load.end();
        check(ground, disk, load.tally(), journal, port);
        return "%s, %d answers 503 while it was full, %s, payments again after %s"
                .formatted(
                        UnderLoad.figures(load.tally(), journal),
                        load.tally().unavailable(),
                        ended ? "PostgreSQL had ended and was started" : "PostgreSQL went on",
                        UnderLoad.seconds(again));
    }

    private static void terminals(Ground ground, Load load) {
        var stock = new Stock(1);
        for (var bill = 0; bill < BILLS; bill++) {
            stock.issued(new Stock.Bill(
                    UUID.randomUUID().toString(), UUID.randomUUID().toString(), "914.60"));
        }
        var today = LocalDate.EPOCH;
        Load.TERMINALS.forEach(terminal -> load.start(
                terminal,
                new Terminal(
                        load.client(),
                        new FreshTokens(ground.ports(), Load.CELL),
                        stock,
                        terminal,
                        today,
                        Terminal.anyFirst())));
    }

    private static void awaitRefusal(Tally tally) {
        var deadline = System.nanoTime() + TO_FILL.toNanos();
        while (tally.unavailable() == 0) {
            if (System.nanoTime() > deadline) {
                throw new PartFailed("the disk is full, and nothing comes of it");
            }
            Pause.millis(LOOK_MILLIS);
        }
    }

    private static void check(Ground ground, SmallDisk disk, Tally tally, List<Entry> journal, int port) {
        var receipts = Evidence.receipts(new Tables(service -> disk.database().owner()), journal);
        var found =
                new Found(receipts, Map.of(), Set.of(), List.of(), List.of(), ledger(ground, port), Map.of(), Map.of());
        var violations = new ArrayList<>(new Invariants(journal, found).violations());
        if (tally.unclear() + tally.silent() > 0) {
            violations.add("%d answers were not a clear 503, %d did not come at all."
                    .formatted(tally.unclear(), tally.silent()));
        }
        if (!violations.isEmpty()) {
            violations.forEach(violation -> ground.out().println("    " + violation));
            throw new PartFailed(violations.size() + " violations, the first: " + violations.getFirst());
        }
    }

    private static List<String> ledger(Ground ground, int port) {
        var token = new FreshTokens(ground.ports(), Load.CELL).person("auditor");
        var proof = Wire.patient(PATIENCE).get(port, "/ledger/check", token);
        return proof instanceof Outcome.Answered answered
                        && answered.body().path("ok").asBoolean()
                ? List.of()
                : List.of("the service's on the small disk, " + proof);
    }
}
