package org.lingbao.contribution.attempt;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;

/** A plan's bill is not replaced while a channel may be taking money for it (支付中): its month would be open to another channel. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ChangeInFlightTest {
    private final YearMonth month = Story.thisMonth();

    @Test
    void a_change_waits_until_the_channel_gives_up() {
        var person = Story.insured();
        var bill = Story.billOf(person);
        var terminal = Channels.terminal();
        var attempt = terminal.begun(bill);
        changes(person, month)
                .statusCode(422)
                .body("errors.code", contains("BILL_IN_FLIGHT"))
                .body("errors[0].detail", containsString(month.toString()));
        terminal.givesUp(attempt).then().statusCode(200);
        changes(person, month).statusCode(201);
    }

    @Test
    void an_outcome_that_is_not_known_holds_the_plan_too() {
        var person = Story.insured();
        var attempt = Channels.terminal().begun(Story.billOf(person));
        Channels.runsOut(attempt);
        changes(person, month).statusCode(422).body("errors.code", contains("BILL_IN_FLIGHT"));
        Channels.clerk().givesUp(attempt).then().statusCode(200);
        changes(person, month).statusCode(201);
    }

    @Test
    void what_was_paid_meanwhile_is_settled_and_holds_nothing() {
        var person = Story.insured();
        var bill = Story.billOf(person);
        var sequence = Story.newSequence();
        var unused = Channels.terminal(Story.TERMINAL, sequence).begun(bill);
        Channels.pays(Story.TERMINAL, sequence, bill).then().body("outcome", equalTo("PAID"));
        changes(person, month).statusCode(422).body("errors.code", contains("MONTHS_SETTLED"));
    }

    private static ValidatableResponse changes(Person person, YearMonth from) {
        var plan = TestDatabase.query(
                        "select plan_id from plan where person_id = ? and until_month is null", person.id())
                .getFirst()
                .get("plan_id");
        return as(person.token())
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"base\": \"5000.00\", \"period\": \"MONTH\", \"from\": \"%s\"}".formatted(from))
                .post("/plans/" + plan + "/change")
                .then();
    }
}
