package org.lingbao.contribution.insured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;

/** Medical insurance rides on the pension in Shanghai: its money is a line of the pension's bill, and its relation makes none. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class MedicalRiderTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SHANGHAI = "310000";

    @Test
    void the_pensions_bill_has_the_medical_line_once_and_the_riders_relation_no_account_and_no_bill() {
        var person = Story.registered();
        tell(person, "relation-opened", relation(UUID.randomUUID(), person, "EMPLOYEE"));
        var rider = UUID.randomUUID();
        tell(person, "relation-opened", relation(rider, person, "MEDICAL"));
        await().atMost(SOON)
                .until(() ->
                        TestDatabase.number("select count(*) from relation where person_id = ?", person.id()) == 2);

        Story.choosesPlan(
                        person, UUID.randomUUID().toString(), Story.plan(person, "7546.00", "MONTH", Story.thisMonth()))
                .then()
                .statusCode(201)
                .body("monthly.medical", equalTo("754.60"), "bill.amount", equalTo("2263.80"));

        assertThat(TestDatabase.query(
                        "select scheme, medical_fen, amount_fen from bill where person_id = ?", person.id()))
                .containsExactly(Map.of("scheme", "EMPLOYEE", "medical_fen", 75460L, "amount_fen", 226380L));
        assertThat(TestDatabase.query(
                        "select account_owner as owner from account_balance where starts_with(account_owner, ?)",
                        person.id().toString()))
                .containsExactly(Map.of("owner", person.id() + "/EMPLOYEE"));
    }

    @Test
    void nobody_chooses_a_plan_of_it_and_its_pauses_and_its_end_change_no_bill() {
        var person = Story.insured();
        var before = Story.billOf(person);
        var rider = UUID.randomUUID();
        tell(person, "relation-opened", relation(rider, person, "MEDICAL"));
        tell(person, "relation-paused", """
                {"relationId": "%s", "personId": "%s", "scheme": "MEDICAL", "place": "310000", "paused": [{"from": "2026-09"}],
                 "recordedOn": "2026-09-01"}""".formatted(rider, person.id()));
        await().atMost(SOON)
                .until(() -> TestDatabase.number(
                                "select count(*) from relation where relation_id = ? and paused <> '{}'", rider)
                        == 1);

        Story.choosesPlan(
                        person,
                        UUID.randomUUID().toString(),
                        Story.plan(person, "7546.00", "MONTH", Story.thisMonth())
                                .replace("EMPLOYEE", "MEDICAL"))
                .then()
                .statusCode(400)
                .body("errors.code", contains("RULES_NOT_LOADED"));
        tell(person, "relation-closed", """
                {"relationId": "%s", "personId": "%s", "scheme": "MEDICAL", "place": "310000", "from": "2026-09",
                 "to": "2026-09", "because": "HIRED", "closedOn": "2026-09-01"}""".formatted(rider, person.id()));
        await().atMost(SOON)
                .until(() -> TestDatabase.number(
                                "select count(*) from relation where relation_id = ? and to_month is not null", rider)
                        == 1);

        assertThat(TestDatabase.query(
                        "select bill_id from bill where person_id = ? and withdrawn_on is null", person.id()))
                .containsExactly(Map.of("bill_id", before));
        assertThat(TestDatabase.number(
                        "select count(*) from parked_message where key = ?",
                        person.id().toString()))
                .isZero();
    }

    private static void tell(Person person, String name, String body) {
        Story.enrollmentTells(name, person.id(), body);
    }

    private static String relation(UUID id, Person person, String scheme) {
        return """
                {"relationId": "%s", "personId": "%s", "scheme": "%s", "place": "%s", "standing": "FLEXIBLE",
                 "from": "2026-09", "lastPayableMonth": null, "openedOn": "2026-09-01"}""".formatted(id, person.id(), scheme, SHANGHAI);
    }
}
