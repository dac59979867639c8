package org.lingbao.contribution.suspense;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.TransferStory;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** Money that paid nothing is looked into, and goes back once (暂挂、退款). */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class SuspenseTest {

    @Test
    void money_in_suspense_is_on_the_work_list_until_whoever_took_it_has_given_it_back() {
        var receipt = suspended("12.34");
        assertThat(listed("OPEN")).contains(receipt);
        var refund = orders(receipt)
                .then()
                .statusCode(201)
                .body("amount", equalTo("12.34"))
                .extract()
                .<String>path("refundId");
        assertThat(listed("OPEN")).doesNotContain(receipt);
        assertThat(listed("ORDERED")).contains(receipt);
        assertThat(open()).contains(refund);

        var before = inSuspense();
        executes(refund, "B-1").then().statusCode(200).body("serial", equalTo("B-1"));
        assertThat(inSuspense()).isEqualTo(before - 1234);
        assertThat(open()).doesNotContain(refund);
        assertThat(listed("REFUNDED")).contains(receipt);
        assertThat(entriesOf(receipt)).containsExactly("BANK_CLEARING 1234", "SUSPENSE -1234");
        assertLedgerHolds();
    }

    @Test
    void an_order_is_given_once_and_executed_once_however_often_it_is_said() throws Exception {
        var receipt = suspended("20.00");
        var refunds = atOnce(16, () -> orders(receipt));
        assertThat(refunds).extracting(Response::statusCode).containsOnly(200, 201);
        assertThat(refunds).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        var refund = refunds.getFirst().<String>path("refundId");
        assertThat(refunds)
                .extracting(answer -> answer.<String>path("refundId"))
                .containsOnly(refund);

        var before = inSuspense();
        assertThat(atOnce(16, () -> executes(refund, "B-2")))
                .extracting(Response::statusCode)
                .containsOnly(200);
        executes(refund, "B-3").then().statusCode(409).body("errors.code", contains("REFUND_KNOWN_OTHERWISE"));
        assertThat(inSuspense()).isEqualTo(before - 2000);
        assertThat(entriesOf(receipt)).hasSize(2);
        assertLedgerHolds();
    }

    @Test
    void one_giving_back_ends_one_refund_only() {
        var first = orders(suspended("21.00")).then().extract().<String>path("refundId");
        var second = orders(suspended("22.00")).then().extract().<String>path("refundId");
        executes(first, "B-4").then().statusCode(200);
        executes(second, "B-4").then().statusCode(409).body("errors.code", contains("REFUND_KNOWN_OTHERWISE"));
        assertThat(open()).contains(second).doesNotContain(first);
        executes(second, "B-5").then().statusCode(200);
    }

    @Test
    void one_giving_back_that_is_said_of_two_refunds_in_the_same_moment_ends_one_and_is_no_error() throws Exception {
        var refunds = Stream.of(suspended("23.00"), suspended("24.00"))
                .map(receipt -> orders(receipt).then().extract().<String>path("refundId"))
                .toList();
        var turn = new AtomicInteger();
        var answers = atOnce(16, () -> executes(refunds.get(turn.getAndIncrement() % 2), "B-6"));
        assertThat(answers.stream().collect(groupingBy(Response::statusCode, counting())))
                .isEqualTo(Map.of(200, 8L, 409, 8L));
        assertThat(TestDatabase.number("select count(*) from refund where serial = 'B-6'"))
                .isEqualTo(1);
        assertLedgerHolds();
    }

    @Test
    void what_has_paid_its_bill_is_not_given_back() {
        var receipt = Story.pays(Story.TERMINAL, Story.newSequence(), Story.billOf(Story.insured()), Story.PENSION)
                .then()
                .extract()
                .<String>path("receiptNumber");
        orders(receipt).then().statusCode(422).body("errors.code", contains("RECEIPT_NOT_SUSPENDED"));
        orders("37-20200101-0000000000").then().statusCode(404);
    }

    @Test
    void no_other_bank_and_no_terminal_hears_of_a_refund_or_reports_it() {
        var receipt = suspended("30.00");
        var refund = orders(receipt).then().extract().<String>path("refundId");
        var other = TestTokens.stranger("another", "bank").claim("bank", "RCB").token();
        as(other).get("/refunds").then().statusCode(200).body("refunds.refundId", not(hasItem(refund)));
        as(other)
                .body("{\"serial\": \"X\"}")
                .post("/refunds/" + refund + "/execution")
                .then()
                .statusCode(404);
        as(TestTokens.of(Story.TERMINAL)).get("/refunds").then().statusCode(403);
        assertThat(listed("ORDERED")).contains(receipt);
    }

    @Test
    void a_refund_that_lost_its_entries_is_found_by_the_proof() {
        var receipt = suspended("40.00");
        var refund = UUID.fromString(orders(receipt).then().extract().path("refundId"));
        var changed = TestDatabase.execute(
                "update refund set executed_on = ordered_on, serial = 'stolen' where refund_id = ?", refund);
        assertThat(changed).isEqualTo(1);
        try {
            assertThat(findings()).contains("REFUND_SET_MISSING");
        } finally {
            changed = TestDatabase.execute(
                    "update refund set executed_on = null, serial = null where refund_id = ?", refund);
        }
        assertLedgerHolds();
    }

    @Test
    void a_bank_whose_answer_was_lost_asks_what_became_of_its_payment() {
        var sequence = Story.newSequence();
        var reference = "370702-0001-" + sequence;
        as(TestTokens.of(Story.TERMINAL))
                .get("/payments/" + reference)
                .then()
                .statusCode(404)
                .body("errors.code", contains("PAYMENT_NOT_BOOKED"));
        var number = Story.pays(Story.TERMINAL, sequence, Story.billOf(Story.insured()), Story.PENSION)
                .then()
                .extract()
                .<String>path("receiptNumber");
        as(TestTokens.of(Story.TERMINAL))
                .get("/payments/" + reference)
                .then()
                .statusCode(200)
                .body("receiptNumber", equalTo(number))
                .body("outcome", equalTo("PAID"));
        as(TestTokens.of(Story.OTHER_TERMINAL))
                .get("/payments/" + reference)
                .then()
                .statusCode(404);
    }

    @Test
    void a_malformed_execution_is_refused() {
        as(TestTokens.of(TransferStory.BANK))
                .body("{\"serial\": \"\"}")
                .post("/refunds/" + UUID.randomUUID() + "/execution")
                .then()
                .statusCode(400);
        executes("nonsense", "1").then().statusCode(400);
    }

    /** Too little or too much for a bill: its receipt. */
    private static String suspended(String amount) {
        return Story.pays(Story.TERMINAL, Story.newSequence(), Story.billOf(Story.insured()), amount)
                .then()
                .body("outcome", equalTo("SUSPENDED"))
                .extract()
                .path("receiptNumber");
    }

    private static Response orders(String receipt) {
        return as(TestTokens.of("operator")).post("/receipts/" + receipt + "/refund");
    }

    private static Response executes(String refund, String serial) {
        return as(TestTokens.of(TransferStory.BANK))
                .body("{\"serial\": \"" + serial + "\"}")
                .post("/refunds/" + refund + "/execution");
    }

    /** All pages of the work list. */
    private static List<String> listed(String state) {
        var all = new ArrayList<String>();
        String next = null;
        do {
            var page = page(state, next);
            all.addAll(page.<List<String>>path("items.receiptNumber"));
            next = page.path("next");
        } while (next != null);
        return all;
    }

    private static Response page(String state, @Nullable String after) {
        var asked = as(TestTokens.of("operator")).queryParam("state", state).queryParam("limit", 7);
        return (after == null ? asked : asked.queryParam("after", after)).get("/suspense");
    }

    private static List<String> open() {
        return as(TestTokens.of(TransferStory.BANK)).get("/refunds").path("refunds.refundId");
    }

    private static long inSuspense() {
        return TestDatabase.number("select sum(balance_fen)::bigint from account_balance"
                + " where account_kind = 'SUSPENSE' and account_owner = 'CCB'");
    }

    /** Of the refund of a receipt. */
    private static List<String> entriesOf(String receipt) {
        return TestDatabase.query("""
                        select e.account_kind || ' ' || e.amount_fen as entry
                        from receipt r join entry_set o using (receipt_id) join entry_set s on s.corrects = o.entry_set_id
                        join entry e on e.entry_set_id = s.entry_set_id
                        where r.receipt_number = ? order by 1""", receipt).stream()
                .map(row -> String.valueOf(row.get("entry")))
                .toList();
    }

    private static List<String> findings() {
        return as(TestTokens.of("operator")).get("/ledger/check").path("findings.kind");
    }

    private static void assertLedgerHolds() {
        assertThat(findings()).isEmpty();
    }

    private static List<Response> atOnce(int times, Callable<Response> call) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var answers =
                    threads.invokeAll(Stream.generate(() -> call).limit(times).toList());
            return answers.stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (InterruptedException | ExecutionException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        }
    }
}
