package org.lingbao.local.bench;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Terminals report payments over HTTP, each for one bill, with token, idempotency key, receipt, ledger and event; against the
 * very same row writes by one prepared statement over JDBC. Each side counts with the number of connections that suits it
 * best.
 */
final class PostingContest implements Contest {
    private static final double GOAL = 0.60;

    private final Ground ground;
    private final Sql sql;
    private final Dues dues;
    private final Counter counter;
    private final Processor database;

    PostingContest(Ground ground, int postings) {
        this.ground = ground;
        this.sql = new Sql(ground);
        this.dues = new Dues(ground, sql, Math.max(postings, Crew.SIZES.size()));
        this.counter = new Counter(ground, sql, dues);
        this.database = new Processor(ground, Ground.DATABASE_PART);
        RawPosting.makeTables(sql);
    }

    @Override
    public String unit() {
        return "postings";
    }

    @Override
    public double goal() {
        return GOAL;
    }

    @Override
    public Run ours() {
        counter.begin();
        var tills = Till.oneOfEachBank(ground);
        return best("over HTTP", (bills, connections) -> counter.pay(tills, bills, connections));
    }

    @Override
    public void gate() {
        counter.prove();
    }

    @Override
    public Run raw() {
        RawPosting.restore(sql);
        var best = best("raw", this::write);
        RawPosting.prove(sql, dues.paidBefore(), share() * Crew.SIZES.size());
        return best;
    }

    private Run write(List<Dues.Due> bills, int connections) {
        var first = dues.all().indexOf(bills.getFirst());
        var workers = IntStream.range(0, connections)
                .mapToObj(shard -> new RawPosting(sql, bills, first, shard))
                .toList();
        try {
            var used = Used.now(database);
            return used.since(bills.size(), Crew.work(workers, bills.size()), connections + " connections");
        } finally {
            workers.forEach(RawPosting::close);
        }
    }

    private int share() {
        return dues.all().size() / Crew.SIZES.size();
    }

    /** Each number of connections gets its share of the bills. */
    private Run best(String how, BiFunction<List<Dues.Due>, Integer, Run> pay) {
        return IntStream.range(0, Crew.SIZES.size())
                .mapToObj(one -> {
                    var run = pay.apply(dues.all().subList(one * share(), (one + 1) * share()), Crew.SIZES.get(one));
                    ground.say("%s, %s: %,.0f a second", how, run.how(), run.perSecond());
                    return run;
                })
                .max(Comparator.comparingDouble(Run::perSecond))
                .orElseThrow();
    }
}
