package org.lingbao.contribution.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.Story;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** That the ledger was proved, and what came of it, is kept and seen from outside. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ProofsTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String OF_PERSONS = " where account_kind = 'PERSON'";

    @Inject
    CheckLedger check;

    @Test
    void a_proof_is_kept_and_another_is_due_when_it_has_become_old() throws Throwable {
        var made = check();
        assertThat(lastProof())
                .containsEntry("entries", made.getLong("entries"))
                .containsEntry("findings", made.getList("findings").size());
        assertThat(proofIfOlderThan(Duration.ofHours(1))).isEmpty();
        assertThat(proofIfOlderThan(Duration.ZERO)).isPresent();
    }

    @Test
    void a_proof_that_fails_is_seen_until_one_succeeds() {
        Story.pays(Story.TERMINAL, Story.newSequence(), Story.billOf(Story.insured()), Story.PENSION)
                .then()
                .body("outcome", equalTo("PAID"));
        change("+ 1");
        try {
            var findings = check().getList("findings").size();
            assertThat(findings).isPositive();
            assertThat(lastProof()).containsEntry("findings", findings);
            Awaitility.await().atMost(SOON).until(() -> shown() == findings);
        } finally {
            change("- 1");
        }
        assertThat(check().getBoolean("ok")).isTrue();
        Awaitility.await().atMost(SOON).until(() -> shown() == 0);
    }

    @Test
    void what_was_booked_on_a_day_in_each_fund_and_at_each_bank_is_kept_with_the_proof() {
        Story.pays(Story.TERMINAL, Story.newSequence(), Story.billOf(Story.insured()), Story.PENSION)
                .then()
                .body("outcome", equalTo("PAID"));
        var today = check().getList("moved.day").getLast();
        var totals = totals(today);
        assertThat(totals.getString("provedAt")).isNotNull();
        assertThat(totals.getBoolean("complete"))
                .as("a day that is not over is not complete")
                .isFalse();
        assertThat(totals.<Map<String, String>>getList("totals").stream()
                        .map(total -> total.get("account") + " " + total.get("owner") + " " + total.get("moved")))
                .containsExactlyElementsOf(booked(today));
    }

    @Test
    void of_a_day_that_no_proof_has_looked_at_nothing_is_told() {
        var totals = totals("2099-01-01");
        assertThat(totals.getMap("")).containsOnlyKeys("day", "complete", "totals");
        assertThat(totals.getList("totals")).isEmpty();
    }

    private static JsonPath totals(Object day) {
        return as(TestTokens.of("auditor"))
                .get("/ledger/totals?on=" + day)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> booked(Object day) {
        return TestDatabase.query("""
                select account_kind || ' ' || account_owner || ' ' || cast(sum(amount_fen) / 100 as numeric(20, 2)) as line
                from entry where day = cast(? as date) and account_kind <> 'PERSON'
                group by account_kind, account_owner order by account_kind, account_owner""", day).stream()
                .map(row -> String.valueOf(row.get("line")))
                .toList();
    }

    private Optional<CheckView> proofIfOlderThan(Duration age) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> check.runIfOlderThan(age));
    }

    private static JsonPath check() {
        return as(TestTokens.of("auditor"))
                .get("/ledger/check")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, @Nullable Object> lastProof() {
        return TestDatabase.query("select entries, findings from ledger_proof order by proof_id desc limit 1")
                .getFirst();
    }

    private static void change(String difference) {
        for (var statement : new String[] {
            "alter table entry disable trigger entry_append_only",
            "update entry set amount_fen = amount_fen " + difference + OF_PERSONS,
            "alter table entry enable trigger entry_append_only"
        }) {
            var unused = TestDatabase.execute(statement);
        }
    }

    private static double shown() {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("lingbao_ledger_proof_findings"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }
}
