package org.lingbao.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.BillingOrder;
import org.lingbao.contribution.story.InterestOrder;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.contribution.story.TransferStory;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.walk.Matrix;
import org.lingbao.local.walk.Walk;
import org.lingbao.local.walk.World;

/** Every caller at every door, as {@code contracts/authorization.yaml} has it. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class AuthorizationTest {

    @Test
    void without_a_good_token_nobody_gets_in() {
        assertThat(walk().withoutAGoodToken()).isEmpty();
    }

    @Test
    void every_caller_hears_what_the_matrix_says() {
        assertThat(walk().asEveryCaller()).isEmpty();
    }

    private static Walk walk() {
        return new Walk(Matrix.of(Walk.contracts()), "contribution", RestAssured.port, AuthorizationTest::world);
    }

    /** Somebody insured in Weifang, who may have a bill and have paid it, and another. */
    private static World world() {
        var person = Story.insured();
        var other = Story.insured();
        var world = new World();
        return world.thing("personId", () -> person.id().toString())
                .thing("billId", () -> Story.billOf(person).toString())
                .thing("planId", () -> plan(world))
                .thing("receiptNumber", () -> paid(world, "receipt_number"))
                .thing("reference", () -> paid(world, "reference"))
                .thing("refundId", AuthorizationTest::refund)
                .thing("attemptId", () -> attempt(world))
                .thing(
                        "attemptReference",
                        () -> text(
                                "select reference from attempt where attempt_id = ?",
                                UUID.fromString(world.value("attemptId"))))
                .word("attemptKey", () -> "370702-0001-" + Story.newSequence())
                .word("attemptKey@other", () -> "370782-0001-" + Story.newSequence())
                .word("attemptKey@citizen", () -> UUID.randomUUID().toString())
                .thing("code", () -> paid(world, "verification_code"))
                .thing("orderId", AuthorizationTest::order)
                .thing("taxBillId", AuthorizationTest::billOfDalian)
                .word("beforeOrder", () -> before(world.value("orderId")))
                .word("beforeAssessment", () -> assessedBefore(world))
                .word("sequence", () -> Long.toString(Story.newSequence()))
                .word("terminal", () -> "370702-0001")
                .word("terminal@other", () -> "370782-0001")
                .word("serial", TransferStory::newSerial)
                .word("batch", () -> "T" + UUID.randomUUID())
                .word("employmentId", () -> UUID.randomUUID().toString())
                .word("runId", () -> BillingOrder.dry(YearMonth.of(2020, 1)).getString("runId"))
                .word("interestRunId", () -> InterestOrder.dry(2016).getString("runId"))
                .word(
                        "adjustmentId",
                        () -> ordered(
                                "/adjustment-runs", "{\"from\": \"2020-01\", \"to\": \"2020-01\", \"dryRun\": true}"))
                .word("reminderRunId", () -> ordered("/reminder-runs", "{\"dryRun\": true}"))
                .word("id", () -> "999999999")
                .citizens(person::token, other::token);
    }

    private static String plan(World world) {
        var bill = UUID.fromString(world.value("billId"));
        return text("select plan_id from bill where bill_id = ?", bill);
    }

    private static String paid(World world, String column) {
        var bill = UUID.fromString(world.value("billId"));
        Story.pays(Story.TERMINAL, Story.newSequence(), bill, Story.PENSION)
                .then()
                .statusCode(201);
        return text("select " + column + " from receipt where bill_id = ?", bill);
    }

    /** What the terminal has begun at the person's bill, be that paid or not. */
    private static String attempt(World world) {
        return text("""
                insert into attempt (attempt_id, bill_id, channel, holder, terminal, reference, amount_fen, begun_at,
                                     in_flight_until)
                values (uuidv7(), ?, 'TERMINAL', 'CCB', '370702-0001', ?, 91460, now(), now() + interval '1 hour')
                returning attempt_id""", UUID.fromString(world.value("billId")), "370702-0001-" + Story.newSequence());
    }

    /** An order that a bank give back what it took too much. */
    private static String refund() {
        var receipt = Story.pays(Story.TERMINAL, Story.newSequence(), Story.billOf(Story.insured()), "1.00")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("receiptNumber");
        return as(TestTokens.of("operator"))
                .post("/receipts/" + receipt + "/refund")
                .then()
                .statusCode(201)
                .extract()
                .path("refundId");
    }

    /** An order that money of somebody's transfer be paid. */
    private static String order() {
        var person = Story.insured();
        Story.pays(Story.TERMINAL, Story.newSequence(), Story.billOf(person), Story.PENSION)
                .then()
                .statusCode(201);
        var transfer = TransferStory.begun();
        transfer.asksToSeal(person);
        transfer.asksToRelease(transfer.answer(1, "account-sealed").get("form").toString());
        return text(
                "select order_id from payment_order where reference = ?",
                transfer.answer(2, "funds-released").get("reference").asText());
    }

    /** Where the bank's list is to begin so that the order stands first. */
    private static String before(String order) {
        return text("""
                select coalesce((select order_id from payment_order where order_id < ? order by order_id desc limit 1),
                                '00000000-0000-0000-0000-000000000000')""", UUID.fromString(order));
    }

    /** A bill that the tax bureau collects. */
    private static String billOfDalian() {
        Person person = Story.registered();
        Story.relation(person, "210200", null);
        return as(person.token())
                .header("Idempotency-Key", UUID.randomUUID())
                .body("""
                {"personId": "%s", "scheme": "EMPLOYEE", "tierPercent": 60, "period": "MONTH", "from": "2026-09"}""".formatted(person.id()))
                .post("/plans")
                .then()
                .statusCode(201)
                .extract()
                .path("bill.billId");
    }

    private static String ordered(String runs, String body) {
        return as(TestTokens.of("operator"))
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post(runs)
                .then()
                .statusCode(202)
                .extract()
                .path("runId");
    }

    private static String assessedBefore(World world) {
        var last = text("select coalesce(max(assessment_number), 0) from bill");
        var unused = world.value("taxBillId");
        return last;
    }

    private static String text(String sql, Object... parameters) {
        return String.valueOf(TestDatabase.query(sql, parameters)
                .getFirst()
                .values()
                .iterator()
                .next());
    }
}
