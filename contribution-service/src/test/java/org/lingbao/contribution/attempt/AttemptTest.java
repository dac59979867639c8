package org.lingbao.contribution.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.attempt.Channels.Channel;
import org.lingbao.contribution.story.Story;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** Who may begin to take money for a bill, and who is told that it is taken by another (支付中). */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class AttemptTest {
    @Inject
    Clock clock;

    @Test
    void a_terminal_that_is_about_to_take_money_is_told_the_exact_amount_and_until_when() {
        var bill = Story.billOf(Story.insured());
        var terminal = Channels.terminal();
        var until = terminal.begins(bill)
                .then()
                .statusCode(201)
                .header("Location", containsString("/attempts/"))
                .header("Idempotent-Replayed", nullValue())
                .body("billId", equalTo(bill.toString()))
                .body("billStatus", equalTo("OPEN"))
                .body("channel", equalTo("TERMINAL"))
                .body("collector", equalTo("CCB"))
                .body("terminal", equalTo("370702-0001"))
                .body("reference", equalTo(terminal.reference()))
                .body("amount", equalTo(Story.PENSION))
                .body("state", equalTo("IN_FLIGHT"))
                .extract()
                .<String>path("inFlightUntil");
        assertThat(Duration.between(OffsetDateTime.now(clock), OffsetDateTime.parse(until)))
                .isCloseTo(Duration.ofMinutes(15), Duration.ofMinutes(1));
    }

    @Test
    void on_the_last_day_of_a_bill_no_money_is_taken_after_midnight() {
        var bill = Story.billOf(Story.insured());
        payableUntil(bill, Story.today().toString());
        var until = OffsetDateTime.parse(Channels.terminal()
                .begins(bill)
                .then()
                .statusCode(201)
                .extract()
                .path("inFlightUntil"));
        var midnight = OffsetDateTime.now(clock).toLocalDate().plusDays(1).atStartOfDay(clock.getZone());
        assertThat(until.toInstant()).isBeforeOrEqualTo(midnight.toInstant());
    }

    @Test
    void whoever_comes_again_under_the_same_reference_gets_the_same_answer() {
        var bill = Story.billOf(Story.insured());
        var terminal = Channels.terminal();
        var first = terminal.begins(bill).then().statusCode(201).extract();
        terminal.begins(bill)
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .body("$", equalTo(first.path("$")));
    }

    @Test
    void another_channel_hears_who_holds_the_bill_and_until_when_in_both_languages() {
        var bill = Story.billOf(Story.insured());
        var until = Channels.terminal().begins(bill).<String>path("inFlightUntil");
        var other = Channels.otherTerminal();
        other.begins(bill)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("errors.code", contains("ATTEMPT_IN_FLIGHT"))
                .body("errors[0].parameters.channel", equalTo("TERMINAL"))
                .body("errors[0].parameters.until", equalTo(until));
        for (var language :
                new String[][] {{"zh-CN", "支付中（TERMINAL）"}, {"en", "being paid through another channel (TERMINAL)"}}) {
            var detail = as(other.token())
                    .header("Idempotency-Key", other.reference())
                    .header("Accept-Language", language[0])
                    .post("/bills/" + bill + "/attempts")
                    .<String>path("errors[0].detail");
            assertThat(detail).contains(language[1], until);
        }
        assertThat(attemptsAt(bill)).isEqualTo(1);
    }

    @Test
    void nobody_else_begins_under_another_reference_not_even_the_same_terminal_nor_the_person() {
        var person = Story.insured();
        var bill = Story.billOf(person);
        var unused = Channels.terminal().begun(bill);
        for (var channel :
                new Channel[] {Channels.terminal(), Channels.otherTerminal(), Channels.bank(), Channels.app(person)}) {
            channel.begins(bill).then().statusCode(409).body("errors.code", contains("ATTEMPT_IN_FLIGHT"));
        }
        assertThat(attemptsAt(bill)).isEqualTo(1);
    }

    @Test
    void a_reference_stands_for_one_bill() {
        var terminal = Channels.terminal();
        var unused = terminal.begun(Story.billOf(Story.insured()));
        terminal.begins(Story.billOf(Story.insured()))
                .then()
                .statusCode(409)
                .body("errors.code", contains("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void two_banks_and_two_persons_know_nothing_of_each_others_references() {
        var sequence = Story.newSequence();
        var reference = Channels.terminal(Story.TERMINAL, sequence).reference();
        var sameTerminal = TestTokens.mint(Story.OTHER_TERMINAL)
                .claim("terminal", "370702-0001")
                .token();
        var unused = Channels.terminal(Story.TERMINAL, sequence).begun(Story.billOf(Story.insured()));
        unused = new Channel(sameTerminal, reference).begun(Story.billOf(Story.insured()));

        var one = Story.insured();
        var other = Story.insured();
        var order = UUID.randomUUID().toString();
        unused = new Channel(one.token(), order).begun(Story.billOf(one));
        unused = new Channel(other.token(), order).begun(Story.billOf(other));
    }

    @Test
    void a_bill_that_is_paid_and_closed_is_refused_for_every_reason() {
        var bill = Story.billOf(Story.insured());
        Channels.pays(Story.TERMINAL, Story.newSequence(), bill).then().statusCode(201);
        Channels.otherTerminal().begins(bill).then().statusCode(409).body("errors.code", contains("BILL_PAID"));
        payableUntil(bill, "2026-08-31");
        Channels.otherTerminal()
                .begins(bill)
                .then()
                .statusCode(409)
                .body("errors.code", contains("BILL_CLOSED", "BILL_PAID"))
                .body("errors[0].parameters.until", equalTo("2026-08-31"));
    }

    @Test
    void a_bill_that_is_held_and_withdrawn_is_refused_for_both() {
        var bill = Story.billOf(Story.insured());
        var terminal = Channels.terminal();
        var attempt = terminal.begun(bill);
        Channels.withdrawn(bill);
        Channels.otherTerminal()
                .begins(bill)
                .then()
                .statusCode(409)
                .body("errors.code", contains("ATTEMPT_IN_FLIGHT", "BILL_TAKEN_BACK"));
        terminal.givesUp(attempt).then().statusCode(200).body("billStatus", equalTo("WITHDRAWN"));
        Channels.otherTerminal().begins(bill).then().statusCode(409).body("errors.code", contains("BILL_TAKEN_BACK"));
    }

    @Test
    void a_bill_whose_months_came_by_a_transfer_is_refused() {
        var person = Story.insured();
        var bill = Story.billOf(person);
        credited(person, "{[2026-09-01,2026-10-01)}");
        Channels.terminal().begins(bill).then().statusCode(409).body("errors.code", contains("BILL_MOVED_AWAY"));
        credited(person, "{}"); // the ledger knows of no transfer
    }

    @Test
    void a_reference_under_which_money_was_reported_begins_nothing() {
        var sequence = Story.newSequence();
        Channels.pays(Story.TERMINAL, sequence, Story.billOf(Story.insured()))
                .then()
                .statusCode(201);
        Channels.terminal(Story.TERMINAL, sequence)
                .begins(Story.billOf(Story.insured()))
                .then()
                .statusCode(409)
                .body("errors.code", contains("ATTEMPT_REFERENCE_USED"));
    }

    @Test
    void a_bill_that_is_not_there_or_not_the_channels_is_not_found() {
        var bill = Story.billOf(Story.insured());
        Channels.terminal().begins(UUID.randomUUID()).then().statusCode(404);
        Channels.bureau().begins(bill).then().statusCode(404);
        Channels.app(Story.insured()).begins(bill).then().statusCode(404);
        assertThat(attemptsAt(bill)).isZero();
    }

    @Test
    void a_channel_uses_no_reference_but_its_own() {
        var bill = Story.billOf(Story.insured());
        var terminal = TestTokens.of(Story.TERMINAL);
        for (var reference : new String[] {"370782-0001-1", "370702-0001-0", "370702-0001", "x", "370702-0001-1-1"}) {
            new Channel(terminal, reference)
                    .begins(bill)
                    .then()
                    .statusCode(400)
                    .body("errors.parameters.parameter", contains("Idempotency-Key"));
        }
        as(terminal)
                .post("/bills/" + bill + "/attempts")
                .then()
                .statusCode(400)
                .body("errors.code", contains("IDEMPOTENCY_KEY_REQUIRED"));
        assertThat(attemptsAt(bill)).isZero();
    }

    @Test
    void whoever_is_no_channel_of_the_attempt_does_not_see_it() {
        var person = Story.insured();
        var terminal = Channels.terminal();
        var attempt = terminal.begun(Story.billOf(person));
        for (var token :
                new String[] {terminal.token(), TestTokens.of("bank-ccb"), person.token(), TestTokens.of("li.clerk")}) {
            as(token).get("/attempts/" + attempt).then().statusCode(200).body("state", equalTo("IN_FLIGHT"));
        }
        for (var token : new String[] {
            Channels.otherTerminal().token(),
            Story.insured().token(),
            TestTokens.of("zhou.clerk"),
            Channels.bureau().token()
        }) {
            as(token).get("/attempts/" + attempt).then().statusCode(404);
            as(token).post("/attempts/" + attempt + "/withdrawal").then().statusCode(404);
            as(token)
                    .queryParam("reference", terminal.reference())
                    .get("/attempts")
                    .then()
                    .body("attempts", hasSize(0));
        }
        assertThat(terminal.state()).isEqualTo("IN_FLIGHT");
    }

    private static void credited(Story.Person person, String months) {
        assertThat(TestDatabase.execute(
                        "update account_balance set credited = cast(? as datemultirange) where account_owner = ?",
                        months,
                        person.id() + "/EMPLOYEE"))
                .isPositive();
    }

    private static void payableUntil(UUID bill, String day) {
        assertThat(TestDatabase.execute("update bill set payable_until = cast(? as date) where bill_id = ?", day, bill))
                .isEqualTo(1);
    }

    private static long attemptsAt(UUID bill) {
        return TestDatabase.number("select count(*) from attempt where bill_id = ?", bill);
    }
}
