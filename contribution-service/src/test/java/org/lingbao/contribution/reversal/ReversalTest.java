package org.lingbao.contribution.reversal;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.lingbao.contribution.story.Story.as;
import static org.lingbao.contribution.story.TransferStory.accountOf;
import static org.lingbao.contribution.story.TransferStory.balance;
import static org.lingbao.contribution.story.TransferStory.check;
import static org.lingbao.contribution.story.TransferStory.provesItself;
import static org.lingbao.contribution.story.TransferStory.statementOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.InterestOrder;
import org.lingbao.contribution.story.PaidEarlier;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.contribution.story.TransferStory;
import org.lingbao.local.testing.Schemas;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

/** A payment that a bank reported by mistake is undone (冲正). */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ReversalTest {

    @Test
    void the_months_are_open_again_and_the_money_waits_in_suspense_until_it_is_given_back() {
        var person = Story.insured();
        var bill = Story.billOf(person);
        var before = Map.of("suspense", balance("SUSPENSE", "CCB"), "pooled", balance("POOLED", Story.WEIFANG));
        var paid = pays(bill);
        var receipt = paid.<String>path("receiptNumber");
        var again = reverses(receipt, "WRONG_PERSON")
                .then()
                .statusCode(201)
                .body("receiptNumber", equalTo(receipt))
                .body("amount", equalTo(Story.PENSION))
                .body("billId", equalTo(bill.toString()))
                .body("interestYears.size()", equalTo(0))
                .extract()
                .<String>path("billedAgain");
        assertThat(accountOf(person)).isZero();
        assertThat(statementOf(person).getInt("paidMonths")).isZero();
        assertThat(Map.of("suspense", balance("SUSPENSE", "CCB") - 91460, "pooled", balance("POOLED", Story.WEIFANG)))
                .isEqualTo(before);
        bills(person, "OPEN")
                .then()
                .body("bills.billId", contains(again))
                .body("bills.amount", contains(Story.PENSION));
        bills(person, "CLOSED").then().body("bills.billId", contains(bill.toString()));
        provesItself();

        pays(UUID.fromString(again)).then().body("outcome", equalTo("PAID"));
        pays(bill).then().body("outcome", equalTo("SUSPENDED")).body("reasons.code", contains("BILL_WITHDRAWN"));
        assertThat(accountOf(person)).isEqualTo(36584);
        assertThat(statementOf(person).getInt("paidMonths")).isEqualTo(1);
        provesItself();

        assertThat(waiting()).contains(receipt);
        var refund = as(TestTokens.of("operator"))
                .post("/receipts/" + receipt + "/refund")
                .then()
                .statusCode(201)
                .body("amount", equalTo(Story.PENSION))
                .extract()
                .<String>path("refundId");
        var waiting = balance("SUSPENSE", "CCB");
        as(TestTokens.of(TransferStory.BANK))
                .body("{\"serial\": \"" + TransferStory.newSerial() + "\"}")
                .post("/refunds/" + refund + "/execution")
                .then()
                .statusCode(200);
        assertThat(balance("SUSPENSE", "CCB")).isEqualTo(waiting - 91460);
        assertThat(waiting()).doesNotContain(receipt);
        provesItself();
    }

    @Test
    void the_receipt_and_its_paper_say_that_they_prove_no_payment_any_more() {
        var paid = pays(Story.billOf(Story.insured()));
        var receipt = paid.<String>path("receiptNumber");
        var code = paid.<String>path("verificationCode");
        var reference = paid.<String>path("reference");
        reverses(receipt, "WRONG_BILL").then().statusCode(201);
        var today = Story.today().toString();
        as(TestTokens.of("operator")).get("/receipts/" + receipt).then().body("reversedOn", equalTo(today));
        as(TestTokens.of(Story.TERMINAL))
                .get("/payments/" + reference)
                .then()
                .statusCode(200)
                .body("reversedOn", equalTo(today));
        RestAssured.given().get("/verify/" + code).then().statusCode(200).body("reversedOn", equalTo(today));
    }

    @Test
    void of_money_that_was_never_taken_nobody_owes_anything_and_nothing_is_given_back() {
        var clearing = balance("BANK_CLEARING", "CCB");
        var suspense = balance("SUSPENSE", "CCB");
        var receipt = pays(Story.billOf(Story.insured())).<String>path("receiptNumber");
        reverses(receipt, "NEVER_TAKEN").then().statusCode(201);
        assertThat(balance("BANK_CLEARING", "CCB")).isEqualTo(clearing);
        assertThat(balance("SUSPENSE", "CCB")).isEqualTo(suspense);
        assertThat(waiting()).doesNotContain(receipt);
        as(TestTokens.of("operator"))
                .post("/receipts/" + receipt + "/refund")
                .then()
                .statusCode(422)
                .body("errors.code", contains("RECEIPT_NOT_SUSPENDED"));
        provesItself();
    }

    @Test
    void it_is_undone_once_however_often_and_by_how_many_it_is_said() throws Exception {
        var person = Story.insured();
        var receipt = pays(Story.billOf(person)).<String>path("receiptNumber");
        var answers = atOnce(8, () -> reverses(receipt, "WRONG_BILL"));
        assertThat(answers.stream().collect(groupingBy(Response::statusCode, counting())))
                .isEqualTo(Map.of(201, 1L, 200, 7L));
        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
        reverses(receipt, "NEVER_TAKEN")
                .then()
                .statusCode(409)
                .body("errors.code", contains("REVERSAL_KNOWN_OTHERWISE"));
        assertThat(accountOf(person)).isZero();
        bills(person, "OPEN").then().body("bills.size()", equalTo(1));
        provesItself();
    }

    @Test
    void it_stays_for_every_reason_at_once() {
        var person = Story.insured();
        var receipt = pays(Story.billOf(person)).<String>path("receiptNumber");
        var transfer = TransferStory.begun();
        transfer.asksToSeal(person);
        refused(receipt, "REVERSAL_ACCOUNT_SEALED");
        transfer.asksToRelease(transfer.answer(1, "account-sealed").get("form").toString());
        refused(receipt, "REVERSAL_ACCOUNT_SEALED", "REVERSAL_MONTHS_MOVED");
        transfer.asksToRestore();
        reverses(receipt, "WRONG_BILL").then().statusCode(201);
        provesItself();
    }

    @Test
    void only_months_that_a_person_paid_are_undone() {
        var suspended = Story.pays(Story.TERMINAL, Story.newSequence(), Story.billOf(Story.insured()), "1.00")
                .<String>path("receiptNumber");
        refused(suspended, "REVERSAL_NOTHING_PAID");
        var bill = Story.billOf(Story.insured());
        var receipt = pays(bill).<String>path("receiptNumber");
        var changed = TestDatabase.execute("update bill set kind = 'YEAR' where bill_id = ?", bill);
        refused(receipt, "REVERSAL_NO_OWN_MONTHS");
        changed += TestDatabase.execute("update bill set kind = 'MONTHS' where bill_id = ?", bill);
        assertThat(changed).isEqualTo(2);
        reverses("37-20200101-0000000000", "WRONG_BILL").then().statusCode(404);
        reverses(receipt, "TOO_MUCH").then().statusCode(400);
    }

    @Test
    void months_that_the_person_is_not_to_pay_any_more_are_free_and_not_billed_again() {
        var person = Story.insured();
        var bill = Story.billOf(person);
        var receipt = pays(bill).<String>path("receiptNumber");
        assertThat(TestDatabase.execute(
                        "update plan set until_month = from_month - interval '1 month' where person_id = ?",
                        person.id()))
                .isEqualTo(1);
        reverses(receipt, "WRONG_PERSON").then().statusCode(201).body("billedAgain", nullValue());
        assertThat(TestDatabase.number("select count(*) from bill_month where person_id = ?", person.id()))
                .isZero();
        provesItself();
    }

    @Test
    void interest_that_was_credited_is_corrected_by_the_difference_when_it_is_ordered_again() {
        var person = Story.insured();
        var plan = PaidEarlier.plan(person);
        PaidEarlier.month(plan, "2025-01", 36584);
        PaidEarlier.month(plan, "2025-07", 36584);
        assertThat(InterestOrder.done(2025).getString("status")).isEqualTo("DONE");
        assertThat(accountOf(person)).isEqualTo(2 * 36584 + 823);
        reverses(receiptOf(person, "2025-07"), "WRONG_PERSON")
                .then()
                .statusCode(201)
                .body("interestYears", contains(2025));
        assertThat(accountOf(person)).isEqualTo(36584 + 823);
        provesItself();

        assertThat(InterestOrder.done(2025).getString("status")).isEqualTo("DONE");
        // 365.84 for twelve months at 1.5 %
        assertThat(accountOf(person)).isEqualTo(36584 + 549);
        assertThat(statementOf(person).getString("interest[0].amount")).isEqualTo("5.49");
        provesItself();
    }

    @Test
    void who_counts_paid_months_is_told_and_of_when_the_first_that_is_left_was_paid() {
        var person = Story.insured();
        var month = Story.thisMonth();
        PaidEarlier.month(PaidEarlier.plan(person), "2025-03", 36584);
        reverses(pays(Story.billOf(person)).path("receiptNumber"), "WRONG_BILL")
                .then()
                .statusCode(201);
        var told = TestTopics.awaitKey("contribution.person", person.id().toString(), 3)
                .getLast();
        assertThat(told.headers()).containsEntry("ce_type", "contribution.payment-reversed.v1");
        assertThat(Schemas.complaints("contribution", "payment-reversed", told.text()))
                .isEmpty();
        assertThat(told.text()).contains("\"" + month + "\"", "\"firstPaidOn\":\"2025-03-20\"");
    }

    @Test
    void a_reversal_whose_bill_lives_on_is_found_by_the_proof() {
        var bill = Story.billOf(Story.insured());
        reverses(pays(bill).path("receiptNumber"), "WRONG_BILL").then().statusCode(201);
        var later = "update bill set withdrawn_on = withdrawn_on + ? where bill_id = ?";
        assertThat(TestDatabase.execute(later, 1, bill)).isEqualTo(1);
        try {
            assertThat(check().<String>getList("findings.kind")).contains("REVERSAL_DIFFERS");
        } finally {
            assertThat(TestDatabase.execute(later, -1, bill)).isEqualTo(1);
        }
        provesItself();
    }

    private static Response pays(UUID bill) {
        return Story.pays(Story.TERMINAL, Story.newSequence(), bill, Story.PENSION);
    }

    private static Response reverses(String receipt, String reason) {
        return as(TestTokens.of("operator"))
                .body("{\"reason\": \"" + reason + "\"}")
                .post("/receipts/" + receipt + "/reversal");
    }

    private static void refused(String receipt, String... codes) {
        reverses(receipt, "WRONG_BILL").then().statusCode(422).body("errors.code", contains(codes));
    }

    private static Response bills(Person person, String status) {
        return as(person.token()).get("/bills?personId={id}&status={status}", person.id(), status);
    }

    /** What is on the work list of suspense, on all its pages. */
    private static List<String> waiting() {
        var all = new ArrayList<String>();
        String next = null;
        do {
            var asked = as(TestTokens.of("operator")).queryParam("state", "OPEN");
            var page = (next == null ? asked : asked.queryParam("after", next)).get("/suspense");
            all.addAll(page.<List<String>>path("items.receiptNumber"));
            next = page.path("next");
        } while (next != null);
        return all;
    }

    private static String receiptOf(Person person, String month) {
        return String.valueOf(
                TestDatabase.query("""
                        select r.receipt_number from receipt r join bill b on b.paid_by = r.receipt_id
                        where b.person_id = ? and b.first_month = cast(? as date)""", person.id(), month + "-01").getFirst().get("receipt_number"));
    }

    private static List<Response> atOnce(int times, Callable<Response> call) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            return threads.invokeAll(Stream.generate(() -> call).limit(times).toList()).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
        }
    }
}
