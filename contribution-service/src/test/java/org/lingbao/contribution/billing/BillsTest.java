package org.lingbao.contribution.billing;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.Story;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class BillsTest {

    @Test
    void bills_show_what_became_of_them() {
        var person = Story.insured();
        var bill = Story.billOf(person);
        bills(person, "OPEN").body("bills.billId", contains(bill.toString())).body("bills.amount", contains("914.60"));
        bills(person, "PAID").body("bills", empty());
        var number = Story.pays(Story.TERMINAL, Story.newSequence(), bill, Story.PENSION)
                .then()
                .extract()
                .<String>path("receiptNumber");
        bills(person, "PAID").body("bills.receiptNumber", contains(number));
        bills(person, "OPEN").body("bills", empty());
    }

    @Test
    void a_terminal_sees_what_can_be_paid_and_nothing_of_what_was() {
        var person = Story.insured();
        var bill = Story.billOf(person);
        var terminal = TestTokens.of(Story.TERMINAL);
        bills(terminal, person, "OPEN").body("bills.billId", contains(bill.toString()));
        Story.pays(Story.TERMINAL, Story.newSequence(), bill, Story.PENSION)
                .then()
                .statusCode(201);
        bills(terminal, person, "PAID").body("bills", empty());
        bills(terminal, person, "OPEN").body("bills", empty());
    }

    @Test
    void an_unknown_status_is_refused_with_those_that_exist() {
        var person = Story.insured();
        as(person.token())
                .get("/bills?personId={id}&status=UNPAID", person.id())
                .then()
                .statusCode(400)
                .body("errors[0].parameters.message", equalTo("one of CLOSED, OPEN, PAID"));
    }

    private static ValidatableResponse bills(Story.Person person, String status) {
        return bills(person.token(), person, status);
    }

    private static ValidatableResponse bills(String token, Story.Person person, String status) {
        return as(token)
                .get("/bills?personId={id}&status={status}", person.id(), status)
                .then()
                .statusCode(200);
    }
}
