package org.lingbao.contribution.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
    void pages_of_one_show_every_bill_once_also_two_of_a_month() {
        var person = Story.insured();
        var month = Story.thisMonth();
        Story.relation(person, "RESIDENT", Story.WEIFANG, null);
        for (var scheme : List.of("EMPLOYEE", "RESIDENT")) {
            var plan = Story.earlierPlan(person, scheme, 1, month.minusMonths(1), 457300);
            Story.lastBill(plan, month.minusMonths(1));
            Story.lastBill(plan, month);
        }
        var seen = new ArrayList<String>();
        var path = "/bills?limit=1&personId=" + person.id();
        for (var next = Optional.of(path); next.isPresent(); ) {
            var page = as(person.token()).get(next.get()).then().statusCode(200).extract();
            assertThat(page.<List<String>>path("bills.billId")).hasSize(1);
            seen.add(page.path("bills[0].months[0]") + " " + page.path("bills[0].scheme"));
            next = Optional.ofNullable(page.<String>path("next")).map(cursor -> path + "&after=" + cursor);
        }
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        month + " EMPLOYEE",
                        month + " RESIDENT",
                        month.minusMonths(1) + " EMPLOYEE",
                        month.minusMonths(1) + " RESIDENT")
                .isSortedAccordingTo(Comparator.comparing((String bill) -> bill.substring(0, 7))
                        .reversed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"after=2026-09", "after=!", "after=MjAyNi0wOQ", "limit=0", "limit=61"})
    void a_cursor_that_is_none_and_a_limit_beyond_the_page_are_refused(String parameter) {
        var person = Story.insured();
        as(person.token())
                .get("/bills?personId={id}&" + parameter, person.id())
                .then()
                .statusCode(400);
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
