package org.lingbao.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.local.testing.Schemas;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ThreadTest {

    @Test
    void from_the_event_of_enrollment_to_the_statement() {
        var person = new Person(UUID.randomUUID(), "citizen-" + Story.newSequence());
        var month = Story.thisMonth().toString();
        enroll(person);

        var plan = Story.choosesPlan(person).then().statusCode(201);
        plan.body("monthly.pension", equalTo("914.60"))
                .body("monthly.account", equalTo("365.84"))
                .body("monthly.pooled", equalTo("548.76"))
                .body("monthly.medical", nullValue())
                .body("total", equalTo("914.60"))
                .body("bill.months", contains(month))
                .body("bill.amount", equalTo("914.60"))
                .body(
                        "bill.payableUntil",
                        equalTo(Story.thisMonth().atEndOfMonth().toString()))
                .body("calculation.rule", notNullValue());
        var bill = UUID.fromString(plan.extract().path("bill.billId"));

        var sequence = Story.newSequence();
        var receipt =
                Story.pays(Story.TERMINAL, sequence, bill, "914.60").then().statusCode(201);
        receipt.header("Idempotent-Replayed", nullValue())
                .body("outcome", equalTo("PAID"))
                .body("months", contains(month))
                .body("account", equalTo("365.84"))
                .body("pooled", equalTo("548.76"))
                .body("receiptNumber", startsWith("37-"))
                .body("verificationCode", startsWith("C"));
        var number = receipt.extract().<String>path("receiptNumber");
        Story.pays(Story.TERMINAL, sequence, bill, "914.60")
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .body("receiptNumber", equalTo(number));

        as(person.token())
                .get("/persons/{id}/statement?scheme=EMPLOYEE", person.id())
                .then()
                .statusCode(200)
                .body("paidMonths", equalTo(1))
                .body("accountBalance", equalTo("365.84"))
                .body("pooledTotal", equalTo("548.76"))
                .body("months.month", contains(month))
                .body("months.pension", contains("914.60"))
                .body("months.receiptNumber", contains(number))
                .body("segments.place", contains("370700"));
        RestAssured.given()
                .get("/verify/{code}", receipt.extract().<String>path("verificationCode"))
                .then()
                .statusCode(200)
                .body("receiptNumber", equalTo(number))
                .body("amount", equalTo("914.60"))
                .body("personId", nullValue());
        theEventsOf(person);
    }

    private static void enroll(Person person) {
        Story.enrollmentTells("person-registered", person.id(), """
                {"personId": "%s", "issuer": "%s", "subject": "%s", "registeredOn": "2026-09-01"}""".formatted(
                        person.id(), TestTokens.issuer(), TestTokens.subject(person.name())));
        Story.enrollmentTells("relation-opened", person.id(), """
                {"relationId": "%s", "personId": "%s", "scheme": "EMPLOYEE", "place": "370700", "standing": "FLEXIBLE",
                 "from": "%s", "lastPayableMonth": "2053-03", "openedOn": "%s"}""".formatted(
                        UUID.randomUUID(), person.id(), Story.thisMonth(), Story.today()));
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        TestDatabase.number("select count(*) from relation where person_id = ?", person.id()) == 1);
        assertThat(TestDatabase.number(
                        "select balance_fen from account_balance where account_owner = ?", person.id() + "/EMPLOYEE"))
                .isZero();
    }

    private static void theEventsOf(Person person) {
        var events = TestTopics.awaitKey("contribution.person", person.id().toString(), 2);
        assertThat(events)
                .extracting(event -> event.headers().get("ce_type"))
                .containsExactly("contribution.plan-chosen.v1", "contribution.month-paid.v1");
        assertThat(Schemas.complaints(
                        "contribution", "plan-chosen", events.getFirst().text()))
                .isEmpty();
        assertThat(Schemas.complaints(
                        "contribution", "month-paid", events.getLast().text()))
                .isEmpty();
    }
}
