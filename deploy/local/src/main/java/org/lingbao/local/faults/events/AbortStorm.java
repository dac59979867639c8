package org.lingbao.local.faults.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.lingbao.local.demo.Api;
import org.lingbao.local.faults.Ground;
import org.lingbao.local.faults.Trial;
import org.lingbao.local.faults.events.Databases.Owner;
import org.lingbao.local.part.LocalPostgres;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.stack.Cell;

/** Clients reset their connections in the middle of requests, many at once, again and again. */
record AbortStorm() implements Trial {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROUNDS = 20;
    private static final int BRIEF_ROUNDS = 4;
    private static final int FEWEST = 64;
    private static final int MOST = 256;

    /** After a storm a service is as before within this time, and answers within the other. */
    private static final Duration RECOVERED = Duration.ofSeconds(10);

    private static final Duration ANSWERED = Duration.ofSeconds(2);

    /** The usual pool, the one for long statements, and that of the health check, by the platform's configuration. */
    private static final int MOST_CONNECTIONS = 8 + 2 + 2;

    private static final Pattern UNDER_WAY =
            Pattern.compile("(?m)^lingbao_requests_under_way(?:\\{[^}]*})? ([0-9.]+)$");

    @Override
    public String name() {
        return "abort-storm";
    }

    @Override
    public String sentence() {
        return "64 to 256 clients at a time reset their connections within a request: every service answers at once"
                + " afterwards, and no database connection is left over";
    }

    @Override
    public String run(Ground ground) {
        var operator = new Api(ground.ports(), Cell.SHANDONG).signIn("operator");
        var storm = new Storm(ground, new Databases(ground), ground.random(name()), new Visitor(ground), operator);
        var before = ground.processes();
        var doors = storm.doors();
        var clients = 0;
        var slowest = 0L;
        var rounds = ground.brief() ? BRIEF_ROUNDS : ROUNDS;
        for (int round = 0; round < rounds; round++) {
            clients += storm.rage(doors);
            slowest = Math.max(slowest, storm.calm());
        }
        if (!ground.processes().equals(before)) {
            throw new PartFailed("a part has another process than before the storm");
        }
        return "%d rounds, %d clients at %d endpoints; the slowest answer between two rounds took %d ms"
                .formatted(rounds, clients, doors.size(), slowest);
    }

    /** On one stack. */
    private record Storm(Ground ground, Databases databases, Random random, Visitor visitor, String operator) {
        /** Reads and writes of every service, as callers who may do it. */
        private List<HangUp.Request> doors() {
            var somebody = Newcomer.registers(ground).enrolls();
            somebody.isKnown(databases);
            return databases.owners().stream()
                    .flatMap(owner -> doors(owner, somebody).stream())
                    .toList();
        }

        private List<HangUp.Request> doors(Owner owner, Newcomer somebody) {
            var api = somebody.api().in(owner.cell());
            var citizen = api.signIn(somebody.login());
            var person = somebody.person();
            return switch (owner.service()) {
                case ENROLLMENT ->
                    List.of(
                            read(owner, "/persons/me", citizen),
                            read(owner, "/parked-messages", operator),
                            write(owner, "/persons", citizen, Newcomer.registration()),
                            write(owner, "/enrollments", citizen, somebody.application()));
                case CONTRIBUTION ->
                    List.of(
                            read(owner, "/persons/" + person + "/statement?scheme=EMPLOYEE", citizen),
                            read(owner, "/ledger/check", operator),
                            read(owner, "/rules/limits?place=370700&scheme=EMPLOYEE", citizen),
                            write(owner, "/plans", citizen, plan(person)));
                case TRANSFER ->
                    List.of(
                            read(owner, "/transfers?personId=" + person, citizen),
                            read(owner, "/exchange/messages", operator),
                            write(owner, "/transfers", citizen, transfer(person)));
                case JOB_MATCHING ->
                    List.of(
                            read(owner, "/gigs?text=%E4%BB%A3%E9%A9%BE", citizen),
                            read(owner, "/inns?place=370705", citizen),
                            write(owner, "/employers", citizen, Map.of()));
            };
        }

        private static Map<String, ?> plan(String person) {
            return Map.of(
                    "personId", person, "scheme", "EMPLOYEE", "base", "4573.00", "period", "MONTH", "from", "2026-09");
        }

        private static Map<String, ?> transfer(String person) {
            return Map.of(
                    "personId",
                    person,
                    "oldPlace",
                    "210200",
                    "newPlace",
                    "370700",
                    "statements",
                    Map.of("drawingPension", false));
        }

        private HangUp.Request read(Owner owner, String path, String token) {
            return new HangUp.Request(port(owner), "GET", path, token, "", "");
        }

        private HangUp.Request write(Owner owner, String path, String token, Map<String, ?> body) {
            try {
                return new HangUp.Request(
                        port(owner), "POST", path, token, Newcomer.fresh(), JSON.writeValueAsString(body));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        /** @return how many clients there were */
        private int rage(List<HangUp.Request> doors) {
            var clients = random.nextInt(FEWEST, MOST + 1);
            var outside = new AtomicInteger();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < clients; i++) {
                    var moments = HangUp.values();
                    var moment = moments[random.nextInt(moments.length)];
                    var door = doors.get(random.nextInt(doors.size()));
                    var own = new Random(random.nextLong());
                    threads.execute(() -> {
                        if (!moment.on(door.anew(), own)) {
                            outside.incrementAndGet();
                        }
                    });
                }
            }
            if (outside.get() > 0) {
                throw new PartFailed(outside + " of " + clients + " clients got no connection");
            }
            return clients;
        }

        /** @return how long the slowest service took to answer, in milliseconds */
        private long calm() {
            var slowest = 0L;
            for (var owner : databases.owners()) {
                Calm.until(owner + " has no request of the storm under way", RECOVERED, () -> underWay(owner) == 0);
                Calm.until(
                        owner + " has no transaction open that nobody goes on with", RECOVERED, () -> open(owner) == 0);
                var connections = databases.number(
                        owner, "select count(*) from pg_stat_activity where usename = '%s'".formatted(role(owner)));
                if (connections > MOST_CONNECTIONS) {
                    throw new PartFailed(owner + " has " + connections + " connections to its database");
                }
                slowest = Math.max(slowest, answer(owner));
            }
            return slowest;
        }

        private long open(Owner owner) {
            return databases.number(owner, """
                    select count(*) from pg_stat_activity
                    where usename = '%s' and state like 'idle in transaction%%' and state_change < now() - interval '1 s'""".formatted(role(owner)));
        }

        private static String role(Owner owner) {
            return LocalPostgres.serviceOf(owner.service().database(owner.cell()));
        }

        private long underWay(Owner owner) {
            var found = UNDER_WAY.matcher(visitor.page(owner, "/q/metrics", ""));
            if (!found.find()) {
                throw new PartFailed(owner + " does not say how many requests are under way");
            }
            return Math.round(Double.parseDouble(found.group(1)));
        }

        private long answer(Owner owner) {
            var asked = System.nanoTime();
            var _ = visitor.page(owner, "/parked-messages", operator);
            var took = Duration.ofNanos(System.nanoTime() - asked);
            if (took.compareTo(ANSWERED) > 0) {
                throw new PartFailed(owner + " answered after " + took.toMillis() + " ms");
            }
            return took.toMillis();
        }

        private int port(Owner owner) {
            return ground.ports().service(owner.cell(), owner.service());
        }
    }
}
