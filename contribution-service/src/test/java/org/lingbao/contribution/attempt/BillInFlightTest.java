package org.lingbao.contribution.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** What a bill's reader is told of the attempt that holds it (支付中). */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class BillInFlightTest {

    @Test
    void everybody_who_sees_a_bill_sees_which_kind_of_channel_holds_it_and_until_when_and_no_more() {
        var person = Story.insured();
        var bill = Story.billOf(person);
        assertThat(inFlight(person.token(), person)).isNull();
        var until = Channels.terminal()
                .begins(bill)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("inFlightUntil");
        var told = Map.<String, Object>of("channel", "TERMINAL", "until", until, "unknown", false);
        for (var token : new String[] {
            person.token(),
            TestTokens.of("li.clerk"),
            TestTokens.of(Story.TERMINAL),
            TestTokens.of(Story.OTHER_TERMINAL)
        }) {
            assertThat(inFlight(token, person)).isEqualTo(told);
        }
    }

    @Test
    void of_an_app_nobody_learns_whose_it_is() {
        var person = Story.insured();
        var bill = Story.billOf(person);
        Channels.app(person).begins(bill).then().statusCode(201);
        assertThat(inFlight(TestTokens.of(Story.TERMINAL), person))
                .containsEntry("channel", "APP")
                .containsOnlyKeys("channel", "until", "unknown");
    }

    @Test
    void it_stays_held_when_its_time_has_passed_until_somebody_says_what_became_of_it() {
        var person = Story.insured();
        var bill = Story.billOf(person);
        var terminal = Channels.terminal();
        var attempt = terminal.begun(bill);
        Channels.runsOut(attempt);
        assertThat(inFlight(person.token(), person)).containsEntry("unknown", true);
        terminal.givesUp(attempt).then().statusCode(200);
        assertThat(inFlight(person.token(), person)).isNull();
    }

    @Test
    void a_bill_that_is_paid_is_in_flight_no_more_whoever_paid_it() {
        var own = Story.insured();
        var sequence = Story.newSequence();
        var ownBill = Story.billOf(own);
        var unused = Channels.terminal(Story.TERMINAL, sequence).begun(ownBill);
        paid(Story.TERMINAL, sequence, ownBill);
        assertThat(inFlight(own.token(), own)).isNull();

        var others = Story.insured();
        var othersBill = Story.billOf(others);
        unused = Channels.terminal().begun(othersBill);
        paid(Story.OTHER_TERMINAL, Story.newSequence(), othersBill);
        assertThat(inFlight(others.token(), others)).isNull();
    }

    @Test
    void money_that_came_and_did_not_pay_lets_go_of_it_at_once() {
        var person = Story.insured();
        var bill = Story.billOf(person);
        var sequence = Story.newSequence();
        var unused = Channels.terminal(Story.TERMINAL, sequence).begun(bill);
        var amount = "1.00";
        Story.pays(Story.TERMINAL, sequence, bill, amount).then().statusCode(201);
        assertThat(bills(person.token(), person).getString("bills[0].status")).isEqualTo("OPEN");
        assertThat(inFlight(person.token(), person)).isNull();
    }

    private static void paid(String terminal, long sequence, UUID bill) {
        var outcome = Channels.pays(terminal, sequence, bill).then().extract().<String>path("outcome");
        assertThat(outcome).isEqualTo("PAID");
    }

    private static Map<String, Object> inFlight(String token, Person person) {
        var found = bills(token, person);
        assertThat(found.getList("bills")).hasSize(1);
        return found.getMap("bills[0].inFlight");
    }

    private static JsonPath bills(String token, Person person) {
        return as(token)
                .get("/bills?personId={id}", person.id())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
