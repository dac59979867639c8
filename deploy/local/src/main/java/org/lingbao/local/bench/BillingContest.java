package org.lingbao.local.bench;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.lingbao.local.part.PartFailed;

/**
 * A month is billed for all persons of a city (核定): ordered over HTTP, with eligibility, prices, checkpoints and summary events;
 * against {@code INSERT … SELECT} of the very same rows, already made up, into tables with the same columns, checks and
 * indexes, but without references to other tables.
 */
final class BillingContest implements Contest {
    private static final double GOAL = 0.50;

    private final Ground ground;
    private final Sql sql;
    private final Processor processor;
    private final int persons;

    BillingContest(Ground ground, int persons) {
        this.ground = ground;
        this.persons = persons;
        this.sql = new Sql(ground);
        this.processor = new Processor(ground, Ground.DATABASE_PART, ground.servicePart());
        Town.settle(sql, persons);
        sql.execute(
                "create table raw_bill (like bill including all)",
                "create table raw_bill_month (like bill_month including all)");
    }

    @Override
    public String unit() {
        return "bills";
    }

    @Override
    public double goal() {
        return GOAL;
    }

    @Override
    public Run ours() {
        // reversals name bills, and cannot be emptied otherwise
        sql.execute(
                "set session_replication_role = replica",
                "truncate bill, bill_month cascade",
                "reset session_replication_role",
                "checkpoint");
        var api = ground.api();
        var used = Used.now(processor);
        var done = Town.bill(api);
        var took = Duration.between(
                OffsetDateTime.parse(done.text("startedAt")), OffsetDateTime.parse(done.text("finishedAt")));
        return used.since(done.body().path("bills").asLong(), took, "");
    }

    @Override
    public Run raw() {
        sql.execute(
                "create table if not exists made_bill as table bill",
                "create table if not exists made_bill_month as table bill_month",
                "truncate raw_bill, raw_bill_month",
                "checkpoint");
        var used = Used.now(processor);
        var begun = System.nanoTime();
        sql.execute(
                "insert into raw_bill select * from made_bill; insert into raw_bill_month select * from made_bill_month");
        return used.since(persons, Duration.ofNanos(System.nanoTime() - begun), "");
    }

    /**
     * Each person has one bill of one month, its amount and the account's part are what the rates make of the base, and the
     * ledger proves itself. PostgreSQL's numbers are exact and round as contributions are: half a fen up.
     */
    @Override
    public void gate() {
        var rates = Town.rates(ground.api());
        var wrong = sql.number("""
                select count(*) from plan p left join bill b using (plan_id) left join bill_month m using (bill_id)
                where b.bill_id is null or m.month <> b.first_month or b.amount_fen <> round(p.base_fen * %s)
                   or b.account_fen <> round(p.base_fen * %s)""".formatted(rates.pension(), rates.account()));
        var bills = sql.number("select count(*) from bill");
        var months = sql.number("select count(*) from bill_month");
        if (wrong != 0 || bills != persons || months != persons) {
            throw new PartFailed("%d plans are billed wrongly; %d bills and %d months for %d persons"
                    .formatted(wrong, bills, months, persons));
        }
        ground.proveLedger();
    }
}
