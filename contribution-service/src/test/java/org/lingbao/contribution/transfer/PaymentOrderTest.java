package org.lingbao.contribution.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.lingbao.contribution.story.TransferStory.arrives;
import static org.lingbao.contribution.story.TransferStory.balance;
import static org.lingbao.contribution.story.TransferStory.newSerial;
import static org.lingbao.contribution.story.TransferStory.provesItself;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.TransferStory;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class PaymentOrderTest {

    @Test
    void an_order_is_listed_to_its_bank_until_it_is_paid() {
        var reference = released(TransferStory.begun());
        var order = order(reference);
        assertThat(order)
                .containsEntry("kind", "TRANSFER")
                .containsEntry("payee", "210000")
                .containsEntry("payeeAccount", "中国建设银行大连分行 21050161000000000001")
                .containsEntry("amount", "914.60")
                .containsEntry("orderedOn", "2026-09-01");
        assertThat(open(otherBank())).doesNotContain(reference);
        var id = String.valueOf(order.get("orderId"));
        executed(otherBank(), id).statusCode(404);
        executed(bank(), id).statusCode(200).body("executedOn", equalTo("2026-09-01"));
        executed(bank(), id).statusCode(200).body("executedOn", equalTo("2026-09-01"));
        assertThat(open(bank())).doesNotContain(reference);
        executed(bank(), UUID.randomUUID().toString()).statusCode(404);
        provesItself();
    }

    @Test
    void pages_hold_every_order_once() {
        var references = List.of(
                released(TransferStory.begun()), released(TransferStory.begun()), released(TransferStory.begun()));
        var seen = new ArrayList<String>();
        var orders = new ArrayList<String>();
        var after = "";
        do {
            var page = Story.as(bank())
                    .get("/payment-orders?limit=2" + after)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("orders.settlementReference"));
            orders.addAll(page.getList("orders.orderId"));
            String next = page.getString("next");
            after = next == null ? "" : "&after=" + next;
        } while (!after.isEmpty());
        assertThat(seen).containsAll(references);
        assertThat(orders).doesNotHaveDuplicates();
    }

    @Test
    void an_order_of_a_case_that_ended_is_no_longer_paid() {
        var transfer = TransferStory.begun();
        var reference = released(transfer);
        var id = String.valueOf(order(reference).get("orderId"));
        transfer.asksToRestore();
        assertThat(open(bank())).doesNotContain(reference);
        executed(bank(), id).statusCode(200).body("cancelledOn", notNullValue()).body("executedOn", notNullValue());
        provesItself();
    }

    @Test
    void what_was_paid_for_a_case_that_ended_and_came_back_is_noted_once_and_not_booked() {
        var clearing = balance("BANK_CLEARING", "CCB");
        var transfer = TransferStory.begun();
        var reference = released(transfer);
        var paidIn = balance("BANK_CLEARING", "CCB");
        executed(bank(), String.valueOf(order(reference).get("orderId"))).statusCode(200);
        transfer.asksToRestore();
        arrives(newSerial(), reference, "914.60").then().statusCode(201).body("outcome", equalTo("RETURNED"));
        assertThat(balance("BANK_CLEARING", "CCB")).isEqualTo(paidIn).isLessThan(clearing);
        provesItself();
        arrives(newSerial(), reference, "914.60").then().statusCode(201).body("outcome", equalTo("SUSPENDED"));
        provesItself();
    }

    @Test
    void a_report_that_is_not_well_formed_is_told_all_of_it() {
        Story.as(bank())
                .header("Idempotency-Key", "1")
                .body("""
                        {"serial": "", "settlementReference": "", "amount": "-1", "valueDate": "2026-02-30"}""")
                .post("/bank-credits")
                .then()
                .statusCode(400)
                .body("errors.size()", equalTo(4));
        Story.as(bank())
                .header("Idempotency-Key", "another")
                .body("""
                        {"serial": "1", "settlementReference": "x", "amount": "1.00", "valueDate": "2026-02-28"}""")
                .post("/bank-credits")
                .then()
                .statusCode(400);
    }

    private static String released(TransferStory transfer) {
        transfer.asksToSeal(OldPlaceTest.paid());
        transfer.asksToRelease(transfer.answer(1, "account-sealed").get("form").toString());
        return transfer.answer(2, "funds-released").get("reference").asText();
    }

    private static io.restassured.response.ValidatableResponse executed(String token, String order) {
        return Story.as(token).post("/payment-orders/" + order + "/execution").then();
    }

    private static Map<String, @Nullable Object> order(String reference) {
        return Story.as(bank())
                .get("/payment-orders")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("orders.find { it.settlementReference == '" + reference + "' }");
    }

    private static List<String> open(String token) {
        return Story.as(token)
                .get("/payment-orders")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("orders.settlementReference");
    }

    private static String bank() {
        return TestTokens.of(TransferStory.BANK);
    }

    private static String otherBank() {
        return TestTokens.stranger("another", "bank").claim("bank", "RCB").token();
    }
}
