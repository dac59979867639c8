package org.lingbao.local.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.lingbao.local.part.PartFailed;

/**
 * A counter's people join, each by one application that is decided at once, with token, key, rules, relation, figures and
 * events; against the very same row writes by one prepared statement over JDBC. Each side counts with the number of
 * connections that suits it best. What is promised to the people is proven with it: so many a second, and nearly all of them
 * soon.
 */
final class EnrollContest implements Contest {
    private static final double GOAL = 0.15;
    private static final int PROMISED_A_SECOND = 150;
    private static final Duration PROMISED = Duration.ofMillis(250);
    private static final int SECONDS = 20;
    private static final int STEADY_CONNECTIONS = 64;

    private final Ground ground;
    private final Sql sql;
    private final Applicants applicants;
    private final int share;
    private final Processor all;
    private final Processor database;
    private final List<Accepted> accepted = new ArrayList<>();
    private boolean warm;

    /** What the counter was told. */
    private record Accepted(UUID person, UUID application) {}

    EnrollContest(Ground ground, int enrollments) {
        this.ground = ground;
        this.sql = new Sql(ground);
        this.share = Math.max(1, enrollments / Crew.SIZES.size());
        this.applicants = new Applicants(ground, sql);
        this.all = new Processor(ground, Ground.DATABASE_PART, ground.servicePart(), Ground.BROKER_PART);
        this.database = new Processor(ground, Ground.DATABASE_PART);
        RawEnrolling.makeTables(sql);
    }

    @Override
    public String unit() {
        return "enrollments";
    }

    @Override
    public double goal() {
        return GOAL;
    }

    @Override
    public Run ours() {
        accepted.clear();
        var head = applicants.head();
        return best("over HTTP", (persons, connections) -> {
            var told = new Accepted[persons.size()];
            var workers = desks(connections, head, persons, told);
            try {
                var used = Used.now(all);
                var took = Crew.work(workers, persons.size());
                sql.awaitOutbox();
                return used.since(persons.size(), took, connections + " connections");
            } finally {
                workers.forEach(Desk::close);
                Arrays.stream(told).filter(one -> one != null).forEach(accepted::add);
            }
        });
    }

    private List<Desk> desks(int connections, String head, List<UUID> persons, Accepted[] told) {
        return IntStream.range(0, connections)
                .mapToObj(one -> new Desk(new Line(ground.port()), head, persons, told))
                .toList();
    }

    /** One connection of the counter. */
    private record Desk(Line line, String head, List<UUID> persons, Accepted[] told) implements Crew.Worker {
        @Override
        public void work(int piece) {
            var person = persons.get(piece);
            told[piece] = new Accepted(person, Applicants.enroll(line, head, person));
        }

        @Override
        public void close() {
            line.close();
        }
    }

    @Override
    public Run raw() {
        RawEnrolling.restore(sql);
        var sample = RawEnrolling.Sample.of(sql, applicants.sample());
        var before = RawEnrolling.written(sql);
        var best = best("raw", (persons, connections) -> {
            var workers = IntStream.range(0, connections)
                    .mapToObj(one -> new RawEnrolling(sql, persons, sample))
                    .toList();
            try {
                var used = Used.now(database);
                return used.since(persons.size(), Crew.work(workers, persons.size()), connections + " connections");
            } finally {
                workers.forEach(RawEnrolling::close);
            }
        });
        expect(RawEnrolling.written(sql) - before, (long) share * Crew.SIZES.size(), "raw enrollments");
        return best;
    }

    /** Each number of connections gets people of its own. */
    private Run best(String how, BiFunction<List<UUID>, Integer, Run> enroll) {
        return Crew.SIZES.stream()
                .map(connections -> {
                    var run = enroll.apply(applicants.come(share), connections);
                    ground.say("%s, %s: %,.0f a second", how, run.how(), run.perSecond());
                    return run;
                })
                .max(Comparator.comparingDouble(Run::perSecond))
                .orElseThrow();
    }

    /** The promise is for a service that runs; the first time it has just started. */
    @Override
    public void gate() {
        if (warm) {
            keepThePromise();
        }
        warm = true;
        prove();
    }

    private void keepThePromise() {
        var persons = applicants.come(PROMISED_A_SECOND * SECONDS);
        var told = new Accepted[persons.size()];
        var workers = desks(STEADY_CONNECTIONS, applicants.head(), persons, told);
        try {
            var steady = Steady.work(workers, persons.size(), PROMISED_A_SECOND);
            ground.say(
                    "%d a second for %d s: half of them within %d ms, 99 of 100 within %d ms",
                    steady.aSecond(),
                    SECONDS,
                    steady.half().toMillis(),
                    steady.nearlyAll().toMillis());
            if (steady.nearlyAll().compareTo(PROMISED) > 0) {
                throw new PartFailed("99 of 100 were to be answered within %d ms at %d a second; it took %d ms"
                        .formatted(
                                PROMISED.toMillis(),
                                PROMISED_A_SECOND,
                                steady.nearlyAll().toMillis()));
            }
        } finally {
            workers.forEach(Desk::close);
            Arrays.stream(told).filter(one -> one != null).forEach(accepted::add);
        }
    }

    /** Whoever was told so is enrolled, once, as it was told. */
    private void prove() {
        sql.awaitOutbox();
        var found = sql.number("""
                select count(*) from unnest(?::uuid[], ?::uuid[]) told(person, application)
                join application a on a.id = told.application and a.person_id = told.person and a.outcome = 'ACCEPTED'
                join relation r on r.id = a.relation_id and r.person_id = told.person and r.to_month is null
                join person_area p on p.person_id = told.person and p.place = r.place and p.because = 'RELATION'
                where (select count(*) from relation o where o.person_id = told.person) = 1
                  and (select count(*) from application o where o.person_id = told.person) = 1""", column(Accepted::person), column(Accepted::application));
        expect(found, accepted.size(), "acknowledged enrollments found");
    }

    private String[] column(Function<Accepted, UUID> of) {
        return accepted.stream().map(of).map(UUID::toString).toArray(String[]::new);
    }

    private static void expect(long found, long wanted, String what) {
        if (found != wanted) {
            throw new PartFailed("%,d instead of %,d %s".formatted(found, wanted, what));
        }
    }
}
