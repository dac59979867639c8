package org.lingbao.local.faults.events;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.lingbao.local.demo.Api;
import org.lingbao.local.demo.Story;
import org.lingbao.local.faults.Ground;
import org.lingbao.local.faults.Skipped;
import org.lingbao.local.faults.Telling;
import org.lingbao.local.faults.Trial;
import org.lingbao.local.faults.events.Databases.Owner;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Pause;
import org.lingbao.local.stack.Cell;
import org.lingbao.local.stack.Service;
import org.lingbao.local.stack.WrongClock;

/** Clocks of services jump while they run: an hour ahead, a day back. */
record ClockJumps() implements Trial {
    private static final Cell CELL = Cell.SHANDONG;
    private static final Duration AHEAD = Duration.ofHours(1);
    private static final Duration BEHIND = Duration.ofDays(-1);
    private static final List<Duration> JUMPS = List.of(AHEAD, BEHIND, Duration.ZERO);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int SEEN_MILLIS = 2_500;
    private static final int LETTERS_WAIT_MILLIS = 6_000;
    private static final int TRIES = 6;
    private static final int OK = 200;
    private static final int UNAUTHENTICATED = 401;

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public String sentence() {
        return "services' clocks jump an hour ahead and a day back: no row, amount or business day changes by it, expired"
                + " tokens are 401, letters wait, and all goes on when the clock is right";
    }

    @Override
    public String run(Ground ground) {
        if (WrongClock.library().isEmpty()) {
            throw new Skipped("libfaketime is not on this machine (Debian's package faketime has it)");
        }
        var databases = new Databases(ground);
        var wrong = (ground.brief() ? List.of(Service.CONTRIBUTION) : List.of(Service.values()))
                .stream().map(service -> new Owner(CELL, service)).toList();
        var jumps = new Jumps(ground, databases, new Visitor(ground), wrong);
        try {
            jumps.startUnderTheirOwnClocks();
            return jumps.all();
        } finally {
            jumps.forget();
        }
    }

    /** On one stack. */
    private record Jumps(Ground ground, Databases databases, Visitor visitor, List<Owner> wrong) {
        private void startUnderTheirOwnClocks() {
            wrong.forEach(owner -> clock(owner).set(Duration.ZERO));
            again(wrong.stream());
        }

        private void forget() {
            wrong.forEach(owner -> clock(owner).forget());
            again(wrong.stream());
        }

        private void again(Stream<Owner> owners) {
            owners.map(Owner::toString).filter(ground::runs).forEach(ground::kill);
            ground.startMissing().run();
        }

        private String all() {
            try (var records = new Records(ground)) {
                var calm = Calm.begin(databases, records);
                var parked = databases.parked();
                var day = days();
                var unchanged = Calm.unchanged(databases, records, "a jump of the clock alone", () -> onlyJump(calm));
                ahead();
                if (!ground.brief()) {
                    behind();
                    lettersWait();
                }
                calm.await();
                if (!days().equals(day) || databases.parked() != parked) {
                    throw new PartFailed("business days were " + day + " and are " + days() + ", parked messages "
                            + parked + " and " + databases.parked());
                }
                return "%d services, %s, business days %s"
                        .formatted(
                                wrong.size(),
                                unchanged,
                                day.values().stream().distinct().toList());
            }
        }

        /** A clock alone decides nothing. */
        private String onlyJump(Calm calm) {
            for (var jump : JUMPS) {
                set(jump, wrong);
                calm.await();
            }
            return JUMPS.size() + " jumps";
        }

        /** Every token has expired there: nobody comes in, and what enrollment tells is taken all the same. */
        private void ahead() {
            var ahead = wrong.stream()
                    .filter(owner -> owner.service() != Service.ENROLLMENT)
                    .toList();
            var token = new Api(ground.ports(), CELL).signIn("operator");
            all(token, ahead, OK);
            set(AHEAD, ahead);
            for (var owner : ahead) {
                var answer = visitor.get(owner, "/parked-messages", token);
                if (answer.status() != UNAUTHENTICATED || !answer.body().contains("\"UNAUTHENTICATED\"")) {
                    throw new PartFailed(owner + " answers " + answer + " to a token that has expired by its clock");
                }
                var _ = visitor.page(owner, "/q/health/ready", "");
            }
            Newcomer.registers(ground).enrolls().isKnown(databases);
            set(Duration.ZERO, ahead);
            Calm.until(
                    "a token is good again", SOON, () -> ahead.stream().allMatch(owner -> status(owner, token) == OK));
        }

        /** All but the letters' service: whole days of money under a clock of yesterday. */
        private void behind() {
            var behind = wrong.stream()
                    .filter(owner -> owner.service() != Service.TRANSFER)
                    .toList();
            set(BEHIND, behind);
            Telling.whole(ground);
            set(Duration.ZERO, behind);
        }

        /** What is dated yesterday or an hour ahead is no letter; it is written again when the clock is right. */
        private void lettersWait() {
            for (var jump : List.of(BEHIND, AHEAD)) {
                var transfer = List.of(new Owner(CELL, Service.TRANSFER));
                var right = new CompletableFuture<?>[] {CompletableFuture.completedFuture(true)};
                try {
                    Telling.whole(ground, step -> {
                        if (step.equals(Story.SEND)) {
                            set(jump, transfer);
                            right[0] = CompletableFuture.runAsync(
                                    () -> set(Duration.ZERO, transfer),
                                    CompletableFuture.delayedExecutor(LETTERS_WAIT_MILLIS, TimeUnit.MILLISECONDS));
                        }
                    });
                } catch (PartFailed stopped) {
                    right[0].join();
                    goOn();
                }
                right[0].join();
            }
        }

        private void goOn() {
            for (int attempt = 1; ; attempt++) {
                try {
                    Telling.rest(ground);
                    return;
                } catch (PartFailed e) {
                    if (attempt == TRIES) {
                        throw e;
                    }
                }
            }
        }

        /** Returns when the services have noticed, and those that say they live no more are started again, as Kubernetes does. */
        private void set(Duration ahead, List<Owner> owners) {
            owners.forEach(owner -> clock(owner).set(ahead));
            Pause.millis(SEEN_MILLIS);
            again(owners.stream()
                    .filter(owner -> visitor.get(owner, "/q/health/live", "").status() != OK));
        }

        private WrongClock clock(Owner owner) {
            return new WrongClock(ground.home(), owner.toString());
        }

        private TreeMap<String, String> days() {
            var days = new TreeMap<String, String>();
            databases
                    .owners()
                    .forEach(owner -> days.put(
                            owner.toString(),
                            visitor.page(owner, "/business-day", "").replaceFirst(".*\"day\":\"([^\"]*)\".*", "$1")));
            return days;
        }

        private void all(String token, List<Owner> owners, int wanted) {
            owners.forEach(owner -> {
                var status = status(owner, token);
                if (status != wanted) {
                    throw new PartFailed(owner + " answers " + status + " instead of " + wanted);
                }
            });
        }

        private int status(Owner owner, String token) {
            return visitor.get(owner, "/parked-messages", token).status();
        }
    }
}
