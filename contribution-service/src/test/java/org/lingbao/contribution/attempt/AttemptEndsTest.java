package org.lingbao.contribution.attempt;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.attempt.Channels.Channel;
import org.lingbao.contribution.story.Story;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** What becomes of attempts: paid, given up, or unknown until somebody says (支付结果未知). */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class AttemptEndsTest {
    @Inject
    NoteMoney note;

    @Test
    void the_payment_under_its_reference_settles_it() {
        var bill = Story.billOf(Story.insured());
        var sequence = Story.newSequence();
        var terminal = Channels.terminal(Story.TERMINAL, sequence);
        var attempt = terminal.begun(bill);
        var receipt = Channels.pays(Story.TERMINAL, sequence, bill)
                .then()
                .body("outcome", equalTo("PAID"))
                .extract()
                .<String>path("receiptNumber");
        terminal.asks()
                .then()
                .body("attempts.attemptId", contains(attempt))
                .body("attempts.state", contains("PAID"))
                .body("attempts.billStatus", contains("PAID"))
                .body("attempts.receiptNumber", contains(receipt));
        terminal.givesUp(attempt).then().statusCode(409).body("errors.code", contains("ATTEMPT_MONEY_CAME"));
        terminal.begins(bill).then().statusCode(201).header("Idempotent-Replayed", "true");
        Channels.otherTerminal().begins(bill).then().statusCode(409).body("errors.code", contains("BILL_PAID"));
    }

    @Test
    void what_its_channel_gives_up_another_may_take() {
        var bill = Story.billOf(Story.insured());
        var first = Channels.terminal();
        var attempt = first.begun(bill);
        for (var time = 0; time < 2; time++) {
            first.givesUp(attempt).then().statusCode(200).body("state", equalTo("GIVEN_UP"));
        }
        var unused = Channels.otherTerminal().begun(bill);
        first.begins(bill)
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .body("state", equalTo("GIVEN_UP"));
        Channels.terminal().begins(bill).then().statusCode(409);
    }

    @Test
    void an_attempt_whose_time_has_passed_is_unknown_and_holds_its_bill_until_somebody_says_what_became_of_it() {
        var bill = Story.billOf(Story.insured());
        var terminal = Channels.terminal();
        var attempt = terminal.begun(bill);
        assertThat(Channels.unknown(Channels.clerk().token())).doesNotContain(attempt);
        Channels.clerk().givesUp(attempt).then().statusCode(409).body("errors.code", contains("ATTEMPT_IN_FLIGHT"));

        Channels.runsOut(attempt);
        assertThat(terminal.state()).isEqualTo("UNKNOWN");
        assertThat(Channels.unknown(Channels.clerk().token())).contains(attempt);
        assertThat(Channels.unknown(terminal.token())).contains(attempt);
        assertThat(Channels.unknown(TestTokens.of("zhou.clerk"))).doesNotContain(attempt);
        Channels.otherTerminal()
                .begins(bill)
                .then()
                .statusCode(409)
                .body("errors.code", contains("ATTEMPT_UNKNOWN"))
                .body("errors[0].parameters.channel", equalTo("TERMINAL"));

        Channels.clerk().givesUp(attempt).then().statusCode(200).body("state", equalTo("GIVEN_UP"));
        assertThat(TestDatabase.number(
                        "select count(*) from audit where action = 'attempt.give-up' and client = ?", "lingbao-app"))
                .isPositive();
        assertThat(Channels.unknown(Channels.clerk().token())).doesNotContain(attempt);
        var unused = Channels.otherTerminal().begun(bill);
    }

    @Test
    void the_channels_own_word_ends_an_unknown_outcome_too() {
        var bill = Story.billOf(Story.insured());
        var terminal = Channels.terminal();
        var attempt = terminal.begun(bill);
        Channels.runsOut(attempt);
        terminal.givesUp(attempt).then().statusCode(200).body("state", equalTo("GIVEN_UP"));
    }

    @Test
    void an_attempt_that_ran_out_and_is_paid_after_all_is_booked_once() {
        var bill = Story.billOf(Story.insured());
        var sequence = Story.newSequence();
        var terminal = Channels.terminal(Story.TERMINAL, sequence);
        var attempt = terminal.begun(bill);
        Channels.runsOut(attempt);
        for (var time = 0; time < 2; time++) {
            Channels.pays(Story.TERMINAL, sequence, bill).then().statusCode(201).body("outcome", equalTo("PAID"));
        }
        assertThat(terminal.state()).isEqualTo("PAID");
        assertThat(Channels.unknown(terminal.token())).doesNotContain(attempt);
        assertThat(receipts(bill)).isEqualTo(Map.of("PAID", 1L));
    }

    @Test
    void money_that_comes_after_it_was_given_up_is_booked_and_stronger_than_the_word() {
        var bill = Story.billOf(Story.insured());
        var sequence = Story.newSequence();
        var terminal = Channels.terminal(Story.TERMINAL, sequence);
        terminal.givesUp(terminal.begun(bill)).then().statusCode(200);
        Channels.pays(Story.TERMINAL, sequence, bill).then().statusCode(201).body("outcome", equalTo("PAID"));
        assertThat(terminal.state()).isEqualTo("PAID");
    }

    @Test
    void money_of_another_channel_that_was_taken_all_the_same_pays_the_bill_and_the_holders_waits_in_suspense() {
        var bill = Story.billOf(Story.insured());
        var sequence = Story.newSequence();
        var holder = Channels.terminal(Story.TERMINAL, sequence);
        var attempt = holder.begun(bill);
        Channels.pays(Story.OTHER_TERMINAL, Story.newSequence(), bill)
                .then()
                .statusCode(201)
                .body("outcome", equalTo("PAID"));
        holder.asks()
                .then()
                .body("attempts.state", contains("IN_FLIGHT"))
                .body("attempts.billStatus", contains("PAID"));
        Channels.runsOut(attempt);
        assertThat(Channels.unknown(holder.token())).contains(attempt);

        Channels.pays(Story.TERMINAL, sequence, bill)
                .then()
                .statusCode(201)
                .body("outcome", equalTo("SUSPENDED"))
                .body("reasons.code", contains("ALREADY_PAID"));
        assertThat(holder.state()).isEqualTo("SUSPENDED");
        assertThat(Channels.unknown(holder.token())).doesNotContain(attempt);
        assertThat(receipts(bill)).isEqualTo(Map.of("PAID", 1L, "SUSPENDED", 1L));
    }

    @Test
    void money_that_came_and_did_not_pay_lets_go_of_the_bill() {
        var bill = Story.billOf(Story.insured());
        var sequence = Story.newSequence();
        var holder = Channels.terminal(Story.TERMINAL, sequence);
        var unused = holder.begun(bill);
        Story.pays(Story.TERMINAL, sequence, bill, "1.00").then().body("outcome", equalTo("SUSPENDED"));
        assertThat(holder.state()).isEqualTo("SUSPENDED");
        unused = Channels.otherTerminal().begun(bill);
    }

    @Test
    void money_for_a_bill_that_was_withdrawn_meanwhile_is_kept_in_suspense() {
        var bill = Story.billOf(Story.insured());
        var sequence = Story.newSequence();
        var holder = Channels.terminal(Story.TERMINAL, sequence);
        var unused = holder.begun(bill);
        Channels.withdrawn(bill);
        holder.asks().then().body("attempts.billStatus", contains("WITHDRAWN"));
        Channels.pays(Story.TERMINAL, sequence, bill).then().body("reasons.code", contains("BILL_WITHDRAWN"));
        assertThat(holder.state()).isEqualTo("SUSPENDED");
    }

    @Test
    void a_reference_that_brought_money_for_another_bill_holds_nothing() {
        var bill = Story.billOf(Story.insured());
        var sequence = Story.newSequence();
        var holder = Channels.terminal(Story.TERMINAL, sequence);
        var unused = holder.begun(bill);
        Channels.pays(Story.TERMINAL, sequence, Story.billOf(Story.insured()))
                .then()
                .body("outcome", equalTo("PAID"));
        assertThat(holder.state()).isEqualTo("GIVEN_UP");
        unused = Channels.otherTerminal().begun(bill);
    }

    @Test
    void an_apps_attempt_is_settled_by_whatever_pays_the_bill_and_only_the_app_gives_it_up() {
        var person = Story.insured();
        var bill = Story.billOf(person);
        var app = Channels.app(person);
        var attempt = app.begins(bill)
                .then()
                .statusCode(201)
                .body("channel", equalTo("APP"))
                .extract()
                .<String>path("attemptId");
        Channels.bank().begins(bill).then().statusCode(409).body("errors[0].parameters.channel", equalTo("APP"));
        Channels.terminal().givesUp(attempt).then().statusCode(404);
        Channels.pays(Story.TERMINAL, Story.newSequence(), bill).then().body("outcome", equalTo("PAID"));
        assertThat(app.state()).isEqualTo("PAID");

        var other = Story.insured();
        var terminals = Channels.terminal().begun(Story.billOf(other));
        Channels.app(other)
                .givesUp(terminals)
                .then()
                .statusCode(409)
                .body("errors.code", contains("ATTEMPT_IN_FLIGHT"));
    }

    @Test
    void a_tax_bureau_holds_what_it_collects() {
        var bill = Dalian.bill();
        var bureau = Channels.bureau();
        var attempt = bureau.begins(bill)
                .then()
                .statusCode(201)
                .body("channel", equalTo("TAX_BUREAU"))
                .body("collector", equalTo("TAX-210000"))
                .extract()
                .<String>path("attemptId");
        Channels.bureau().begins(bill).then().statusCode(409).body("errors.code", contains("ATTEMPT_IN_FLIGHT"));
        Dalian.collects(bureau, bill).then().statusCode(200);
        assertThat(bureau.state()).isEqualTo("PAID");
        bureau.givesUp(attempt).then().statusCode(409).body("errors.code", contains("ATTEMPT_MONEY_CAME"));
    }

    @Test
    void those_whose_money_came_are_noted_and_those_that_are_unknown_are_counted() throws Throwable {
        var bill = Story.billOf(Story.insured());
        var sequence = Story.newSequence();
        var paid = UUID.fromString(Channels.terminal(Story.TERMINAL, sequence).begun(bill));
        Channels.pays(Story.TERMINAL, sequence, bill).then().statusCode(201);
        var unknown = Channels.terminal().begun(Story.billOf(Story.insured()));
        Channels.runsOut(unknown);

        var unused = VertxContextSupport.subscribeAndAwait(note::handle);
        assertThat(released(paid)).isEqualTo("PAYMENT");
        assertThat(released(UUID.fromString(unknown))).isEqualTo("null");
        assertThat(Channels.terminal(Story.TERMINAL, sequence).state()).isEqualTo("PAID");
        assertThat(TestDatabase.number("select count(*)" + AttemptSql.UNKNOWN)).isPositive();
    }

    private static String released(UUID attempt) {
        return String.valueOf(TestDatabase.query("select released_by from attempt where attempt_id = ?", attempt)
                .getFirst()
                .get("released_by"));
    }

    private static Map<String, Long> receipts(UUID bill) {
        return TestDatabase.query("select outcome, count(*) as n from receipt where bill_id = ? group by 1", bill)
                .stream()
                .collect(toMap(
                        row -> String.valueOf(row.get("outcome")), row -> Long.valueOf(String.valueOf(row.get("n")))));
    }

    /** Where the tax bureau collects. */
    private static final class Dalian {
        static UUID bill() {
            var person = Story.registered();
            Story.relation(person, "210200", null);
            return UUID.fromString(Story.choosesPlan(
                            person, UUID.randomUUID().toString(), """
                            {"personId": "%s", "scheme": "EMPLOYEE", "tierPercent": 60, "period": "MONTH", "from": "%s"}""".formatted(person.id(), Story.thisMonth()))
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("bill.billId"));
        }

        static Response collects(Channel bureau, UUID bill) {
            return as(bureau.token())
                    .header("Idempotency-Key", bureau.reference())
                    .body("""
                            {"batchNumber": "%1$s", "results": [{"voucherNumber": "%1$s", "billId": "%2$s", "amount": "906.60",
                             "collectedAt": "%3$sT10:15:00+08:00"}]}""".formatted(bureau.reference(), bill, Story.today()))
                    .post("/tax/results");
        }
    }
}
