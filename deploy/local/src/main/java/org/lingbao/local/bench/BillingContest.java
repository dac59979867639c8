package org.lingbao.local.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.lingbao.local.demo.Api;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Pause;
import org.lingbao.local.stack.Cell;
import org.lingbao.local.stack.Home;
import org.lingbao.local.stack.PortPlan;
import org.lingbao.local.stack.Service;
import org.lingbao.local.stack.ServiceDatabases;

/**
 * A month is billed for all persons of a city (核定): ordered over HTTP, with eligibility, prices, checkpoints and summary events;
 * against {@code INSERT … SELECT} of the very same rows, already made up, into tables with the same columns, checks and
 * indexes, but without references to other tables.
 */
final class BillingContest implements Contest {
    private static final String MONTH = "2026-09";
    private static final String RATES = "/rules/rates?place=370700&scheme=EMPLOYEE&month=" + MONTH;
    private static final double GOAL = 0.50;

    private static final String PERSONS = """
            create temporary table made as
                select uuidv7() as person_id, uuidv7() as relation_id, uuidv7() as plan_id,
                       457300 + (nth %% 400) * 1000 as base_fen
                from generate_series(1, %1$d) nth;
            insert into relation (relation_id, person_id, scheme, place, standing, from_month, opened_on)
                select relation_id, person_id, 'EMPLOYEE', '370700', 'FLEXIBLE', '2026-08-01', '2026-08-01' from made;
            insert into account_balance (account_kind, account_owner, account_shard, balance_fen)
                select 'PERSON', person_id || '/EMPLOYEE', 0, 0 from made;
            insert into plan (plan_id, relation_id, person_id, scheme, place, base_fen, period_months, from_month, chosen_on)
                select plan_id, relation_id, person_id, 'EMPLOYEE', '370700', base_fen, 1, '2026-08-01', '2026-08-01' from made;
            create table raw_bill (like bill including all);
            create table raw_bill_month (like bill_month including all);
            vacuum analyze relation; vacuum analyze account_balance; vacuum analyze plan""";

    private static final String STAGE = """
            create table if not exists made_bill as table bill;
            create table if not exists made_bill_month as table bill_month;
            truncate raw_bill, raw_bill_month""";

    private final Api api;
    private final Connection database;
    private final Processor processor;
    private final int persons;

    BillingContest(Home home, PortPlan ports, int persons) {
        this.persons = persons;
        this.api = new Api(ports, Cell.SHANDONG);
        this.processor = new Processor(home, "PostgreSQL", "contribution 37");
        var place = new ServiceDatabases(home, ports).of(Cell.SHANDONG, Service.CONTRIBUTION);
        try {
            this.database = place.connect();
        } catch (SQLException e) {
            throw new PartFailed("The database " + place + " does not answer: " + e.getMessage(), e);
        }
        for (var statement : PERSONS.formatted(persons).split(";", -1)) {
            execute(statement);
        }
    }

    @Override
    public String name() {
        return "billing";
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
        execute("truncate bill, bill_month cascade");
        execute("checkpoint");
        var token = api.signIn("operator");
        var before = processor.used();
        var run = api.post(
                        Service.CONTRIBUTION,
                        "/billing-runs",
                        token,
                        UUID.randomUUID().toString(),
                        Map.of("month", MONTH))
                .expect(202)
                .text("runId");
        var seen = api.get(Service.CONTRIBUTION, "/billing-runs/" + run, token);
        while (!seen.text("status").equals("DONE")) {
            Pause.millis(200);
            seen = api.get(Service.CONTRIBUTION, "/billing-runs/" + run, token).expect(200);
        }
        var took = Duration.between(
                OffsetDateTime.parse(seen.text("startedAt")), OffsetDateTime.parse(seen.text("finishedAt")));
        return new Run(
                seen.body().path("bills").asLong(), took, processor.used().minus(before));
    }

    @Override
    public Run raw() {
        execute(STAGE);
        execute("checkpoint");
        var before = processor.used();
        var begun = System.nanoTime();
        execute(
                "insert into raw_bill select * from made_bill; insert into raw_bill_month select * from made_bill_month");
        var took = Duration.ofNanos(System.nanoTime() - begun);
        return new Run(persons, took, processor.used().minus(before));
    }

    /**
     * Each person has one bill of one month, its amount and the account's part are what the rates make of the base, and the
     * ledger proves itself. PostgreSQL's numbers are exact and round as contributions are: half a fen up.
     */
    @Override
    public void gate() {
        var rates = api.get(Service.CONTRIBUTION, RATES, api.signIn("operator")).expect(200);
        var wrong = number("""
                select count(*) from plan p left join bill b using (plan_id) left join bill_month m using (bill_id)
                where b.bill_id is null or m.month <> b.first_month or b.amount_fen <> round(p.base_fen * %s)
                   or b.account_fen <> round(p.base_fen * %s)""".formatted(new BigDecimal(rates.text("pension")), new BigDecimal(rates.text("account"))));
        var bills = number("select count(*) from bill");
        var months = number("select count(*) from bill_month");
        if (wrong != 0 || bills != persons || months != persons) {
            throw new PartFailed("%d plans are billed wrongly; %d bills and %d months for %d persons"
                    .formatted(wrong, bills, months, persons));
        }
        var unused = api.get(Service.CONTRIBUTION, "/ledger/check", api.signIn("auditor"))
                .expect(200)
                .with("ok", "true");
    }

    private void execute(String sql) {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new PartFailed("The benchmark's statement failed: " + e.getMessage(), e);
        }
    }

    private long number(String sql) {
        try {
            return ServiceDatabases.number(database, sql);
        } catch (SQLException e) {
            throw new PartFailed("The benchmark's question failed: " + e.getMessage(), e);
        }
    }
}
