package org.lingbao.local.bench;

import java.util.List;
import org.lingbao.local.part.PartFailed;

/**
 * All payments come from one bank, so that all of them are booked against that bank's account; against payments from one
 * terminal of each of many banks, in the same way. That costs a posting nothing where nobody waits for the bank's row.
 */
final class HotBankContest implements Contest {
    private static final double GOAL = 0.85;
    private static final int CONNECTIONS = 16;
    private static final int BANKS = 8;

    private final Ground ground;
    private final Dues dues;
    private final Counter counter;

    HotBankContest(Ground ground, int postings) {
        this.ground = ground;
        var sql = new Sql(ground);
        this.dues = new Dues(ground, sql, postings);
        this.counter = new Counter(ground, sql, dues);
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
    public String bound() {
        return "spread";
    }

    @Override
    public Run ours() {
        return pay("one bank", tills().subList(0, 1));
    }

    @Override
    public Run raw() {
        var run = pay(BANKS + " banks", tills());
        counter.prove();
        return run;
    }

    @Override
    public void gate() {
        counter.prove();
    }

    private List<Till> tills() {
        var tills = Till.oneOfEachBank(ground);
        if (tills.size() < BANKS) {
            throw new PartFailed("The realm has terminals of %d banks only".formatted(tills.size()));
        }
        return tills.subList(0, BANKS);
    }

    private Run pay(String how, List<Till> tills) {
        counter.begin();
        var run = counter.pay(tills, dues.all(), CONNECTIONS);
        ground.say("%s: %,.0f a second", how, run.perSecond());
        return run;
    }
}
