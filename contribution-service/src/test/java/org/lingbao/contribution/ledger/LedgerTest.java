package org.lingbao.contribution.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class LedgerTest {

    @Test
    void an_untouched_ledger_is_proven_and_its_totals_are_zero() {
        var person = paid();
        Story.pays(Story.TERMINAL, Story.newSequence(), UUID.randomUUID(), "12.34")
                .then()
                .body("outcome", equalTo("SUSPENDED"));
        var check = check();
        assertThat(check.getBoolean("ok")).as(check.prettify()).isTrue();
        assertThat(check.getList("findings")).isEmpty();
        assertThat(check.getLong("entries")).isGreaterThanOrEqualTo(5);
        var totals = check.<Map<String, String>>getList("totals");
        assertThat(totals.stream()
                        .map(total -> new BigDecimal(total.get("total")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(accountOf(person)).isEqualTo(36584);
    }

    @Test
    void an_entry_that_was_changed_is_named() {
        var person = paid();
        var entry = entryOf(person, "PERSON");
        tampering(
                "entry",
                "update entry set amount_fen = amount_fen + 100 where " + where(entry),
                () -> {
                    var check = check();
                    assertThat(check.getBoolean("ok")).isFalse();
                    assertThat(check.getMap("findings[0]"))
                            .containsEntry("kind", "ENTRY_CHANGED")
                            .containsEntry("entryId", entry)
                            .containsEntry("account", "PERSON " + person.id() + "/EMPLOYEE")
                            .containsEntry("expected", "365.84")
                            .containsEntry("found", "366.84");
                    assertThat(check.<String>getList("findings.kind"))
                            .containsExactlyInAnyOrder("ENTRY_CHANGED", "SET_NOT_ZERO", "BALANCE_DIFFERS");
                },
                "update entry set amount_fen = amount_fen - 100 where " + where(entry));
    }

    @Test
    void two_entries_changed_so_that_their_set_still_sums_to_zero_are_both_named() {
        var person = paid();
        var account = entryOf(person, "PERSON");
        var pooled = entryOf(person, "POOLED");
        var swap = "update entry set amount_fen = amount_fen + case when %s then %d when %s then %d end where %s or %s";
        tampering(
                "entry",
                swap.formatted(where(account), 5, where(pooled), -5, where(account), where(pooled)),
                () -> assertThat(check().<String>getList("findings.findAll { it.kind == 'ENTRY_CHANGED' }.entryId"))
                        .containsExactlyInAnyOrder(account, pooled),
                swap.formatted(where(account), -5, where(pooled), 5, where(account), where(pooled)));
    }

    @Test
    void a_balance_that_was_changed_is_named() {
        var person = paid();
        var change = "update account_balance set balance_fen = balance_fen + %d where account_owner = '" + person.id()
                + "/EMPLOYEE'";
        var unused = TestDatabase.execute(change.formatted(1));
        try {
            assertThat(check().<String>getList("findings.account"))
                    .containsExactly("PERSON " + person.id() + "/EMPLOYEE #0");
        } finally {
            unused = TestDatabase.execute(change.formatted(-1));
        }
    }

    @Test
    void a_bill_that_was_marked_paid_without_money_is_named() {
        var bill = Story.billOf(Story.insured());
        var someonesReceipt = "(select receipt_id from receipt limit 1)";
        var payer = paid();
        var unused =
                TestDatabase.execute("update bill set paid_by = %s where bill_id = ?".formatted(someonesReceipt), bill);
        try {
            assertThat(check().<String>getList("findings.account")).contains(bill.toString());
        } finally {
            unused = TestDatabase.execute("update bill set paid_by = null where bill_id = ?", bill);
        }
        assertThat(accountOf(payer)).isEqualTo(36584);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "day, date '2026-08-31', date '2026-09-01', ENTRY_DAY_DIFFERS",
                "person_id, gen_random_uuid(), cast('%s' as uuid), ENTRY_PERSON_DIFFERS",
                "bill_id, gen_random_uuid(), (select bill_id from bill where person_id = '%s'), ENTRY_BILL_DIFFERS"
            })
    void an_entry_of_another_day_person_or_bill_is_named(String column, String wrong, String right, String kind) {
        var person = paid();
        var entry = entryOf(person, "PERSON");
        tampering(
                "entry",
                "update entry set %s = %s where %s".formatted(column, wrong, where(entry)),
                () -> {
                    var check = check();
                    assertThat(check.getBoolean("ok")).isFalse();
                    assertThat(check.<Map<String, String>>getList("findings"))
                            .containsExactly(Map.of(
                                    "kind",
                                    kind,
                                    "entryId",
                                    entry,
                                    "entrySetId",
                                    entry.split("/")[0],
                                    "account",
                                    "PERSON " + person.id() + "/EMPLOYEE"));
                },
                "update entry set %s = %s where %s".formatted(column, right.formatted(person.id()), where(entry)));
    }

    @Test
    void a_set_of_another_day_than_its_receipt_is_named() {
        var set = entryOf(paid(), "PERSON").split("/")[0];
        var change = "update entry_set set day = date '%s' where entry_set_id = '" + set + "'";
        tampering(
                "entry_set",
                change.formatted("2026-08-31"),
                () -> assertThat(findings()).containsExactly("SET_DAY_DIFFERS " + receiptOf(set)),
                change.formatted(Story.today()));
    }

    @Test
    void a_receipt_of_another_person_than_its_bill_is_named() {
        var person = paid();
        var receipt = receiptOf(entryOf(person, "PERSON").split("/")[0]);
        var change = "update receipt set person_id = '%s' where receipt_number = '" + receipt + "'";
        tampering(
                "receipt",
                change.formatted(UUID.randomUUID()),
                () -> assertThat(findings()).contains("RECEIPT_PERSON_DIFFERS " + receipt),
                change.formatted(person.id()));
    }

    @Test
    void a_bill_whose_months_are_not_those_it_takes_is_named() {
        var bill = Story.billOf(Story.insured());
        var month = Story.thisMonth();
        var change = "update bill_month set month = ? where bill_id = ?";
        var unused = TestDatabase.execute(change, month.plusMonths(1).atDay(1), bill);
        try {
            assertThat(findings())
                    .containsExactlyInAnyOrder(
                            "BILL_MONTH_DIFFERS " + bill + " " + month,
                            "BILL_MONTH_DIFFERS " + bill + " " + month.plusMonths(1));
        } finally {
            unused = TestDatabase.execute(change, month.atDay(1), bill);
        }
        assertThat(findings()).isEmpty();
    }

    @Test
    void entries_sets_and_receipts_can_only_be_added() {
        var person = paid();
        var entry = entryOf(person, "PERSON");
        for (var statement : List.of(
                "update entry set amount_fen = 1 where " + where(entry),
                "delete from entry where " + where(entry),
                "truncate entry",
                "update entry_set set day = day",
                "delete from entry_set",
                "update receipt set amount_fen = amount_fen",
                "delete from receipt")) {
            assertThatThrownBy(() -> TestDatabase.execute(statement))
                    .as(statement)
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void the_database_refuses_a_set_that_does_not_sum_to_zero() {
        var person = paid();
        var set = entryOf(person, "PERSON").split("/")[0];
        assertThatThrownBy(() -> TestDatabase.execute("""
                        insert into entry (entry_set_id, line, account_kind, account_owner, account_shard, amount_fen, day)
                        values (cast(? as uuid), 9, 'SUSPENSE', 'CCB', 0, 1, current_date)""", set)).hasMessageContaining("sum to zero");
    }

    private static Person paid() {
        var person = Story.insured();
        Story.pays(Story.TERMINAL, Story.newSequence(), Story.billOf(person), Story.PENSION)
                .then()
                .body("outcome", equalTo("PAID"));
        return person;
    }

    private static JsonPath check() {
        return as(TestTokens.of("auditor"))
                .get("/ledger/check")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Each as its kind and what it is about. */
    private static List<String> findings() {
        return check().<Map<String, String>>getList("findings").stream()
                .map(finding -> finding.get("kind") + " " + finding.get("account"))
                .toList();
    }

    private static String receiptOf(String set) {
        return String.valueOf(TestDatabase.query(
                        "select receipt_number from receipt join entry_set using (receipt_id) where entry_set_id = cast(? as uuid)",
                        set)
                .getFirst()
                .get("receipt_number"));
    }

    /** Entries are named by their set and line. */
    private static String entryOf(Person person, String account) {
        return String.valueOf(TestDatabase.query(
                        "select entry_set_id || '/' || line as id from entry where person_id = ? and account_kind = ?",
                        person.id(),
                        account)
                .getFirst()
                .get("id"));
    }

    private static String where(String entry) {
        var parts = entry.split("/");
        return "(entry_set_id = '%s' and line = %s)".formatted(parts[0], parts[1]);
    }

    private static void tampering(String table, String change, Runnable meanwhile, String back) {
        var trigger = "alter table %s %s trigger %s_append_only";
        var unused = TestDatabase.execute(trigger.formatted(table, "disable", table));
        try {
            unused = TestDatabase.execute(change);
            meanwhile.run();
        } finally {
            unused = TestDatabase.execute(back);
            unused = TestDatabase.execute(trigger.formatted(table, "enable", table));
        }
    }

    private static long accountOf(Person person) {
        return TestDatabase.number(
                "select balance_fen from account_balance where account_owner = ?", person.id() + "/EMPLOYEE");
    }
}
