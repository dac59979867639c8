package org.lingbao.contribution.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.InterestOrder;
import org.lingbao.contribution.story.PaidEarlier;
import org.lingbao.contribution.story.Story;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** Rows that one statement writes together have no foreign keys: the proof finds what has lost its other half. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class LostReferencesTest {
    @Test
    void a_bill_of_no_plan_is_named_and_neither_can_be_deleted() {
        var bill = Story.billOf(Story.insured());
        var plan = idOf("select plan_id as id from bill where bill_id = ?", bill);
        lost("bill", "plan_id", plan, "bill_id = '" + bill + "'", "BILL_PLAN_UNKNOWN " + bill);
        for (var table : List.of("plan", "bill")) {
            assertThatThrownBy(() -> TestDatabase.execute("delete from " + table + " where plan_id = ?", plan))
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void an_entry_of_no_set_is_named() {
        var person = interested();
        var set = idOf("select entry_set_id as id from entry where person_id = ? limit 1", person);
        lost(
                "entry",
                "entry_set_id",
                set,
                "entry_set_id = '" + set + "' and account_kind = 'PERSON'",
                "ENTRY_WITHOUT_SET PERSON " + person + "/EMPLOYEE");
    }

    @Test
    void a_set_and_a_bill_of_no_receipt_are_named() {
        var person = interested();
        var receipt = idOf("select receipt_id as id from receipt where person_id = ?", person);
        var bill = idOf("select bill_id as id from bill where paid_by = ?", receipt);
        lost("entry_set", "receipt_id", receipt, "receipt_id = '" + receipt + "'", "SET_WITHOUT_RECEIPT null");
        lost("bill", "paid_by", receipt, "paid_by = '" + receipt + "'", "BILL_WITHOUT_RECEIPT " + bill);
    }

    @Test
    void a_set_of_no_interest_and_interest_of_no_run_are_named_and_no_run_can_be_deleted() {
        var person = interested();
        var interest = idOf("select interest_id as id from interest where person_id = ?", person);
        var run = idOf("select run_id as id from interest where person_id = ?", person);
        lost("entry_set", "interest_id", interest, "interest_id = '" + interest + "'", "INTEREST_UNKNOWN null");
        lost(
                "interest",
                "run_id",
                run,
                "interest_id = '" + interest + "'",
                "INTEREST_RUN_UNKNOWN " + person + "/EMPLOYEE 2025");
        assertThatThrownBy(() -> TestDatabase.execute("delete from sweep where sweep_id = ?", run))
                .hasMessageContaining("append-only");
    }

    /** What is in the row comes to be of nothing, is found, and is put back. */
    private static void lost(String table, String column, UUID right, String where, String finding) {
        var nothing = UUID.randomUUID();
        var put = "update %s set %s = '%s' where %s";
        var back = where.replace(right.toString(), nothing.toString());
        triggers(table, "disable");
        var unused = TestDatabase.execute(put.formatted(table, column, nothing, where));
        try {
            assertThat(findings()).contains(finding);
        } finally {
            unused = TestDatabase.execute(put.formatted(table, column, right, column.equals("run_id") ? where : back));
            triggers(table, "enable");
        }
        assertThat(findings()).isEmpty();
    }

    private static void triggers(String table, String change) {
        var unused = TestDatabase.execute("alter table %s %s trigger user".formatted(table, change));
    }

    private static UUID interested() {
        var person = Story.insured();
        PaidEarlier.month(PaidEarlier.plan(person), "2025-05", 36584);
        assertThat(InterestOrder.done(2025).getString("status")).isEqualTo("DONE");
        return person.id();
    }

    private static UUID idOf(String query, UUID about) {
        return UUID.fromString(
                String.valueOf(TestDatabase.query(query, about).getFirst().get("id")));
    }

    /** Each as its kind and what it is about. */
    private static List<String> findings() {
        return as(TestTokens.of("auditor"))
                .get("/ledger/check")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, String>>getList("findings")
                .stream()
                .map(finding -> finding.get("kind") + " " + finding.get("account"))
                .toList();
    }
}
