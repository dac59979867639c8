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
