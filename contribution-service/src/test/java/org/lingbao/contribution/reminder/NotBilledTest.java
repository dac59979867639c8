package org.lingbao.contribution.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.BillingOrder;
import org.lingbao.contribution.story.ReminderOrder;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.local.testing.Schemas;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTopics;

/** The limits have risen above the base that somebody chose: they are told before the month is lost. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class NotBilledTest {
    private static final long BELOW = 400_000;

    private Person person;
    private UUID plan;

    /** Not where they are declared: a test is made twice, and what the other one chose would stay. */
    @BeforeEach
    void somebody_chose_what_is_too_little_by_now() {
        person = Story.insured();
        plan = Story.earlierPlan(person, 1, Story.thisMonth().minusMonths(14), BELOW);
    }

    @AfterEach
    void nobody_bills_it_again() {
        var ended = TestDatabase.execute("update plan set until_month = from_month where plan_id = ?", plan);
        assertThat(ended).isEqualTo(1);
    }

    @Test
    void who_was_not_billed_sees_why_and_what_to_do() {
        reminders().body("notBilled", hasSize(0));
        assertThat(BillingOrder.done(Story.thisMonth()).getString("status")).isEqualTo("DONE");

        reminders()
                .body("notBilled", hasSize(1))
                .body("notBilled[0].planId", equalTo(plan.toString()))
                .body("notBilled[0].month", equalTo(Story.thisMonth().toString()))
                .body("notBilled[0].reasons.code", contains("BASE_BELOW_LOWER_LIMIT"))
                .body("notBilled[0].reasons[0].detail", containsString("4000.00"))
                .body("notBilled[0].reasons[0].howToFix", containsString(Story.BASE));
    }

    @Test
    void it_is_told_once_to_whoever_notifies_them_without_amounts() {
        assertThat(BillingOrder.done(Story.thisMonth()).getString("status")).isEqualTo("DONE");
        assertThat(ReminderOrder.done(false).getInt("notBilled")).isPositive();
        assertThat(BillingOrder.done(Story.thisMonth()).getString("status")).isEqualTo("DONE");
        assertThat(ReminderOrder.done(false).getInt("notBilled")).isZero();

        var told = TestTopics.await(
                "contribution.person",
                1,
                message -> person.id().toString().equals(message.key())
                        && "contribution.month-not-billed.v1"
                                .equals(message.headers().get("ce_type")));
        assertThat(told).singleElement().satisfies(event -> {
            assertThat(Schemas.complaints("contribution", "month-not-billed", event.text()))
                    .isEmpty();
            assertThat(event.text()).contains(plan.toString()).doesNotContain("4000");
        });
    }

    @Test
    void who_chooses_again_is_billed_and_no_longer_reminded_of_it() {
        assertThat(BillingOrder.done(Story.thisMonth()).getString("status")).isEqualTo("DONE");
        var enough = TestDatabase.execute("update plan set base_fen = 457300 where plan_id = ?", plan);
        assertThat(enough).isEqualTo(1);
        reminders().body("notBilled", hasSize(0));
    }

    private ValidatableResponse reminders() {
        return as(person.token())
                .get("/persons/" + person.id() + "/reminders")
                .then()
                .statusCode(200);
    }
}
