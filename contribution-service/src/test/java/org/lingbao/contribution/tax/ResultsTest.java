package org.lingbao.contribution.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.Story;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** What was collected is booked once for ever, whatever comes how often in which batch. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ResultsTest {

    @Test
    void every_row_of_a_batch_is_told_what_became_of_it() {
        var bill = Dalian.billOf(Dalian.insured());
        var other = Dalian.billOf(Dalian.insured());
        var closed = Dalian.billOf(Dalian.insured());
        var ofWeifang = Story.billOf(Story.insured());
        var unused = TestDatabase.execute(
                "update bill set payable_until = ? where bill_id = ?",
                Story.today().minusDays(1),
                closed);

        Dalian.reports(
                        Dalian.voucher(Dalian.newNumber(), bill, "900.00"),
                        Dalian.voucher(Dalian.newNumber(), bill, Dalian.PENSION),
                        Dalian.voucher(Dalian.newNumber(), bill, Dalian.PENSION),
                        Dalian.voucher(Dalian.newNumber(), UUID.randomUUID(), "1.00"),
                        Dalian.voucher(Dalian.newNumber(), closed, "1.00"),
                        Dalian.voucher(Dalian.newNumber(), ofWeifang, Story.PENSION),
                        Dalian.voucher(Dalian.newNumber(), other, Dalian.PENSION))
                .then()
                .statusCode(200)
                .body("paid", equalTo(2))
                .body("suspended", equalTo(5))
                .body("refused", equalTo(0))
                .body(
                        "results.reasons",
                        contains(
                                List.of("AMOUNT_DIFFERS"),
                                List.of(),
                                List.of("ALREADY_PAID"),
                                List.of("BILL_UNKNOWN"),
                                List.of("AMOUNT_DIFFERS", "MONTH_CLOSED"),
                                List.of("WRONG_CHANNEL"),
                                List.of()));
        Story.pays(Story.TERMINAL, Story.newSequence(), ofWeifang, Story.PENSION)
                .then()
                .body("outcome", equalTo("PAID"));
        as(TestTokens.of("auditor")).get("/ledger/check").then().body("ok", equalTo(true));
    }

    @Test
    void a_terminals_money_for_a_bill_of_the_tax_bureau_is_kept_in_suspense_with_words() {
        var bill = Dalian.billOf(Dalian.insured());

        Story.pays("terminal-210202-0001", Story.newSequence(), bill, Dalian.PENSION)
                .then()
                .statusCode(201)
                .body("outcome", equalTo("SUSPENDED"))
                .body("channel", equalTo("BANK_TERMINAL"))
                .body("reasons.code", contains("WRONG_CHANNEL"))
                .body("reasons[0].detail", equalTo("该账单不通过本渠道缴费，款项转入暂挂。"));

        Dalian.reports(Dalian.voucher(Dalian.newNumber(), bill, Dalian.PENSION))
                .then()
                .body("results.outcome", contains("PAID"));
    }

    @Test
    void money_for_a_bill_of_another_bureaus_area_is_kept_in_suspense() {
        var bill = Dalian.billOf(Dalian.insured());
        var shenyang = TestTokens.mint("tax-21").claim("bureau", "TAX-210100").token();
        var number = Dalian.newNumber();

        as(shenyang)
                .header("Idempotency-Key", number)
                .body(Dalian.batch(number, Dalian.voucher(number, bill, Dalian.PENSION)))
                .post("/tax/results")
                .then()
                .statusCode(200)
                .body("results[0].reasons", contains("WRONG_CHANNEL"));
        assertThat(TestDatabase.number("select balance_fen from account_balance where account_kind = 'TAX_BUREAU'"
                        + " and account_owner = 'TAX-210100' and balance_fen <> 0"))
                .isEqualTo(-90660);
    }

    @Test
    void the_same_batch_gets_the_same_answer_to_the_byte_and_another_one_under_its_number_is_refused() {
        var person = Dalian.insured();
        var bill = Dalian.billOf(person);
        var number = Dalian.newNumber();
        var voucher = Dalian.newNumber();
        var body = Dalian.batch(
                number,
                Dalian.voucher(voucher, bill, Dalian.PENSION),
                Dalian.voucher(Dalian.newNumber(), UUID.randomUUID(), "1.00"));

        var first = Dalian.sends(number, body).then().statusCode(200).extract();
        var again = Dalian.sends(number, body).then().statusCode(200).extract();

        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        Dalian.sends(number, body.replace("\"1.00\"", "\"2.00\""))
                .then()
                .statusCode(409)
                .body("errors.code", contains("IDEMPOTENCY_KEY_REUSED"));
        assertThat(Dalian.booked(bill)).isEqualTo(Map.of("receipts", 1L, "sets", 1L, "entries", 3L));
        assertThat(Dalian.balanceOf(person)).isEqualTo(36264);
    }

    @Test
    void a_voucher_that_comes_again_in_another_batch_gets_the_receipt_that_it_has() {
        var bill = Dalian.billOf(Dalian.insured());
        var voucher = Dalian.voucher(Dalian.newNumber(), bill, Dalian.PENSION);
        var lost = Dalian.voucher(Dalian.newNumber(), UUID.randomUUID(), "1.00");
        var first =
                Dalian.reports(voucher, lost).then().statusCode(200).extract().jsonPath();

        var again =
                Dalian.reports(lost, voucher).then().statusCode(200).extract().jsonPath();

        assertThat(again.<Object>getList("results"))
                .containsExactly(first.getMap("results[1]"), first.getMap("results[0]"));
        assertThat(Dalian.booked(bill)).containsEntry("receipts", 1L);
    }

    @Test
    void another_voucher_under_a_known_number_is_refused_alone() {
        var bill = Dalian.billOf(Dalian.insured());
        var other = Dalian.billOf(Dalian.insured());
        var number = Dalian.newNumber();
        Dalian.reports(Dalian.voucher(number, bill, Dalian.PENSION)).then().body("paid", equalTo(1));

        Dalian.reports(
                        Dalian.voucher(number, other, Dalian.PENSION),
                        Dalian.voucher(Dalian.newNumber(), other, Dalian.PENSION))
                .then()
                .statusCode(200)
                .body("results.outcome", contains("REFUSED", "PAID"))
                .body("results[0].reasons", contains("VOUCHER_REUSED"))
                .body("results[0].receiptNumber", equalTo(null))
                .body("refused", equalTo(1));
    }

    @Test
    void a_malformed_batch_is_told_every_violation_at_once() {
        var number = Dalian.newNumber();
        Dalian.sends(number, """
                        {"batchNumber": "%s", "results": [
                         {"voucherNumber": "a b", "billId": "x", "amount": "0.00", "collectedAt": "yesterday"}, null]}""".formatted(number))
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/results/0/voucherNumber",
                                "/results/0/billId",
                                "/results/0/amount",
                                "/results/0/collectedAt",
                                "/results/1"));
        Dalian.sends(number, "{\"batchNumber\": \"%s\", \"results\": []}".formatted(number))
                .then()
                .statusCode(400);
        var row = Dalian.voucher("v", UUID.randomUUID(), "1.00");
        Dalian.sends(number, Dalian.batch(number, row, row, row))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/results/1/voucherNumber", "/results/2/voucherNumber"));
        var tooMany = IntStream.rangeClosed(0, 1000)
                .mapToObj(any -> Dalian.voucher(Dalian.newNumber(), UUID.randomUUID(), "1.00"))
                .toArray(String[]::new);
        Dalian.sends(number, Dalian.batch(number, tooMany)).then().statusCode(400);
        Dalian.sends("another", Dalian.batch(number, row))
                .then()
                .statusCode(400)
                .body("errors.parameters.parameter", contains("Idempotency-Key"));
    }

    @Test
    void a_thousand_vouchers_are_one_batch() {
        var bill = Dalian.billOf(Dalian.insured());
        var vouchers = IntStream.range(0, 1000)
                .mapToObj(row -> row == 500
                        ? Dalian.voucher(Dalian.newNumber(), bill, Dalian.PENSION)
                        : Dalian.voucher(Dalian.newNumber(), UUID.randomUUID(), "1.00"))
                .toArray(String[]::new);

        Dalian.reports(vouchers)
                .then()
                .statusCode(200)
                .body("paid", equalTo(1))
                .body("suspended", equalTo(999))
                .body("results[500].outcome", equalTo("PAID"));
    }
}
