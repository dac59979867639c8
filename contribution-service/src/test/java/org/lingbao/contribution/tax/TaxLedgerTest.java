package org.lingbao.contribution.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** The ledger's proof holds what tax bureaus collected, too: what is tampered with is named. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class TaxLedgerTest {

    @Test
    void paid_and_suspended_receipts_of_a_bureau_are_proven() {
        var unused = collected();
        Dalian.reports(Dalian.voucher(Dalian.newNumber(), UUID.randomUUID(), "12.34"))
                .then()
                .body("suspended", equalTo(1));

        var check = check();
        assertThat(check.getBoolean("ok")).as(check.prettify()).isTrue();
        assertThat(check.<String>getList("totals.account")).contains("TAX_BUREAU", "SUSPENSE");
    }

    @Test
    void an_entry_of_a_bureau_that_was_changed_is_named() {
        var receipt = collected();
        var change = "update entry set amount_fen = amount_fen + %d where account_kind = 'TAX_BUREAU'"
                + " and entry_set_id = (select entry_set_id from entry_set join receipt using (receipt_id)"
                + " where receipt_number = '" + receipt + "')";
        tampering(
                "entry",
                change.formatted(100),
                change.formatted(-100),
                check -> assertThat(check.getMap("findings[0]"))
                        .containsEntry("kind", "ENTRY_CHANGED")
                        .containsEntry("account", "TAX_BUREAU TAX-210000")
                        .containsEntry("expected", "-906.60")
                        .containsEntry("found", "-905.60"));
    }

    @Test
    void money_that_is_booked_against_a_bank_instead_of_the_bureau_is_named() {
        var receipt = collected();
        var change = "update entry set account_kind = '%s' where account_kind = '%s'"
                + " and entry_set_id = (select entry_set_id from entry_set join receipt using (receipt_id)"
                + " where receipt_number = '" + receipt + "')";
        tampering(
                "entry",
                change.formatted("BANK_CLEARING", "TAX_BUREAU"),
                change.formatted("TAX_BUREAU", "BANK_CLEARING"),
                check -> assertThat(check.<String>getList("findings.kind"))
                        .contains("ENTRY_MISSING", "ENTRY_UNEXPECTED", "BALANCE_DIFFERS"));
    }

    @Test
    void a_receipt_of_another_channel_than_its_bills_is_named() {
        var receipt = collected();
        var change = "update bill set channels = '%s' where paid_by ="
                + " (select receipt_id from receipt where receipt_number = '" + receipt + "')";
        var unused = TestDatabase.execute(change.formatted("{BANK_WITHHOLDING}"));
        try {
            assertThat(check().<Map<String, String>>getList("findings"))
                    .isEqualTo(List.of(Map.of("kind", "RECEIPT_CHANNEL_DIFFERS", "account", receipt)));
        } finally {
            unused = TestDatabase.execute(change.formatted("{TAX_BUREAU,BANK_WITHHOLDING}"));
        }
    }

    private static String collected() {
        return Dalian.reports(Dalian.voucher(Dalian.newNumber(), Dalian.billOf(Dalian.insured()), Dalian.PENSION))
                .then()
                .body("paid", equalTo(1))
                .extract()
                .path("results[0].receiptNumber");
    }

    private static JsonPath check() {
        return as(TestTokens.of("auditor"))
                .get("/ledger/check")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void tampering(String table, String wrong, String right, Consumer<JsonPath> expected) {
        switchOff(table, wrong);
        try {
            expected.accept(check());
        } finally {
            switchOff(table, right);
        }
        assertThat(check().getBoolean("ok")).isTrue();
    }

    /** As somebody could who owns the tables. */
    private static void switchOff(String table, String statement) {
        var unused = TestDatabase.execute("alter table %s disable trigger user".formatted(table));
        try {
            unused = TestDatabase.execute(statement);
        } finally {
            unused = TestDatabase.execute("alter table %s enable trigger user".formatted(table));
        }
    }
}
