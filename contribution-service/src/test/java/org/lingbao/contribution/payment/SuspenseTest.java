package org.lingbao.contribution.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.Story;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTopics;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class SuspenseTest {

    @Test
    void another_amount_is_kept_in_suspense_with_words() {
        var bill = Story.billOf(Story.insured());
        Story.pays(Story.TERMINAL, Story.newSequence(), bill, "914.00")
                .then()
                .statusCode(201)
                .body("outcome", equalTo("SUSPENDED"))
                .body("months", empty())
                .body("account", equalTo("0.00"))
                .body("reasons.code", contains("AMOUNT_DIFFERS"))
                .body("reasons[0].detail", containsString("914.60"))
                .body("reasons[0].detail", containsString("914.00"));
        Story.pays(Story.TERMINAL, Story.newSequence(), bill, Story.PENSION)
                .then()
                .body("outcome", equalTo("PAID"));
    }

    @Test
    void money_for_a_bill_that_nobody_knows_is_kept_in_suspense() {
        Story.pays(Story.TERMINAL, Story.newSequence(), UUID.randomUUID(), "1.00")
                .then()
                .statusCode(201)
                .body("outcome", equalTo("SUSPENDED"))
                .body("reasons.code", contains("BILL_UNKNOWN"));
    }

    @Test
    void money_does_not_open_a_month_that_is_closed() {
        var bill = Story.billOf(Story.insured());
        closes(bill);
        Story.pays(Story.TERMINAL, Story.newSequence(), bill, Story.PENSION)
                .then()
                .statusCode(201)
                .body("outcome", equalTo("SUSPENDED"))
                .body("reasons.code", contains("MONTH_CLOSED"))
                .body("reasons[0].detail", containsString("都是诈骗"))
                .body("reasons[0].citation", containsString("人社部发〔2016〕132号"));
        assertThat(TestDatabase.number("select count(*) from bill where bill_id = ? and paid_by is not null", bill))
                .isZero();
    }

    @Test
    void a_suspended_payment_lists_every_reason() {
        var bill = Story.billOf(Story.insured());
        Story.pays(Story.TERMINAL, Story.newSequence(), bill, Story.PENSION)
                .then()
                .body("outcome", equalTo("PAID"));
        closes(bill);
        Story.pays(Story.TERMINAL, Story.newSequence(), bill, "1.00")
                .then()
                .body("reasons.code", contains("ALREADY_PAID", "AMOUNT_DIFFERS", "MONTH_CLOSED"));
    }

    @Test
    void a_report_that_comes_late_within_the_tolerance_pays_a_month_that_has_closed_since() {
        var person = Story.insured();
        var bill = Story.billOf(person);
        var yesterday = Story.today().minusDays(1);
        closes(bill);
        var sequence = Story.newSequence();
        var late = Story.payment(sequence, bill, Story.PENSION).replace(Story.today() + "T", yesterday + "T");
        Story.sends(Story.TERMINAL, sequence, late)
                .then()
                .body("outcome", equalTo("PAID"))
                .body("paidOn", equalTo(yesterday.toString()))
                .body("bookedOn", equalTo(Story.today().toString()));
        var told = TestTopics.awaitKey("contribution.person", person.id().toString(), 2)
                .getLast();
        assertThat(told.headers()).containsEntry("ce_type", "contribution.month-paid.v1");
        assertThat(JsonPath.from(told.text()).getString("paidOn")).isEqualTo(yesterday.toString());
    }

    private static void closes(UUID bill) {
        var unused = TestDatabase.execute(
                "update bill set payable_until = ? where bill_id = ?",
                Story.today().minusDays(1),
                bill);
    }
}
