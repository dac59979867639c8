package org.lingbao.local.bench;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.lingbao.local.demo.Api;
import org.lingbao.local.demo.Reply;
import org.lingbao.local.part.Pause;
import org.lingbao.local.stack.Service;

/** Persons of a city, each with a plan. They are simply written: how they come to be is not what is measured. */
final class Town {
    static final String PLACE = "370700";
    static final String MONTH = "2026-09";
    /** The business day of a new stack. */
    static final String TODAY = "2026-09-01";

    private static final String MADE = """
            create temporary table made as
                select uuidv7() as person_id, uuidv7() as relation_id, uuidv7() as plan_id,
                       457300 + (nth %% 400) * 1000 as base_fen
                from generate_series(1, %d) nth""";

    private static final String RELATIONS = """
            insert into relation (relation_id, person_id, scheme, place, standing, from_month, opened_on)
            select relation_id, person_id, 'EMPLOYEE', '370700', 'FLEXIBLE', '2026-08-01', '2026-08-01' from made""";

    private static final String ACCOUNTS = """
            insert into account_balance (account_kind, account_owner, account_shard, balance_fen)
            select 'PERSON', person_id || '/EMPLOYEE', 0, 0 from made""";

    private static final String PLANS = """
            insert into plan (plan_id, relation_id, person_id, scheme, place, base_fen, period_months, from_month, chosen_on)
            select plan_id, relation_id, person_id, 'EMPLOYEE', '370700', base_fen, 1, '2026-08-01', '2026-08-01' from made""";

    private static final String RATES = "/rules/rates?place=" + PLACE + "&scheme=EMPLOYEE&month=" + MONTH;

    private Town() {}

    /** What of a base is paid, and what of it goes to the person's account. */
    record Rates(BigDecimal pension, BigDecimal account) {}

    /** What the rules say. */
    static Rates rates(Api api) {
        var told = api.get(Service.CONTRIBUTION, RATES, api.signIn("operator")).expect(200);
        return new Rates(new BigDecimal(told.text("pension")), new BigDecimal(told.text("account")));
    }

    static void settle(Sql sql, int persons) {
        sql.execute(
                MADE.formatted(persons),
                RELATIONS,
                ACCOUNTS,
                PLANS,
                "drop table made",
                "vacuum analyze relation",
                "vacuum analyze account_balance",
                "vacuum analyze plan");
    }

    /**
     * Has the service bill the month for all of them.
     *
     * @return what it says of the run that has ended
     */
    static Reply bill(Api api) {
        var token = api.signIn("operator");
        var key = UUID.randomUUID().toString();
        var run = api.post(Service.CONTRIBUTION, "/billing-runs", token, key, Map.of("month", MONTH))
                .expect(202)
                .text("runId");
        var seen = api.get(Service.CONTRIBUTION, "/billing-runs/" + run, token).expect(200);
        while (!seen.text("status").equals("DONE")) {
            Pause.millis(200);
            seen = api.get(Service.CONTRIBUTION, "/billing-runs/" + run, token).expect(200);
        }
        return seen;
    }
}
