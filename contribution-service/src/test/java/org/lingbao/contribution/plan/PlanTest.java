package org.lingbao.contribution.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.story.Story;
import org.lingbao.contribution.story.Story.Person;
import org.lingbao.local.testing.Schemas;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTopics;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class PlanTest {

    @Test
    void a_chosen_plan_has_its_first_bill_and_its_event() {
        var person = Story.insured();
        Story.choosesPlan(person).then().statusCode(201).body("planId", notNullValue());
        assertThat(rowsOf(person)).isEqualTo(Map.of("plans", 1L, "bills", 1L, "months", 1L));
        var event = TestTopics.awaitKey("contribution.person", person.id().toString(), 1)
                .getFirst();
        assertThat(Schemas.complaints("contribution", "plan-chosen", event.text()))
                .isEmpty();
    }

    @Test
    void a_refusal_lists_every_reason_with_its_article_and_field() {
        var person = Story.insured();
        var lastMonth = Story.thisMonth().minusMonths(1);
        Story.choosesPlan(person, "k1", Story.plan(person, "100.00", "MONTH", lastMonth))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.code", contains("BASE_BELOW_LOWER_LIMIT", "PERIOD_CLOSED"))
                .body("errors.pointer", contains("/base", "/from"))
                .body("errors.citation", everyItem(notNullValue()));
        assertThat(rowsOf(person)).isEqualTo(Map.of("plans", 0L, "bills", 0L, "months", 0L));
    }

    @Test
    void a_refusal_speaks_english_when_asked() {
        var person = Story.insured();
        as(person.token())
                .header("Idempotency-Key", "en")
                .header("Accept-Language", "en")
                .body(Story.plan(person, "100.00", "MONTH", Story.thisMonth()))
                .post("/plans")
                .then()
                .statusCode(422)
                .body("errors[0].detail", equalTo("The base of 100.00 yuan is below the lower limit of 4573.00 yuan."));
    }

    @Test
    void nobody_plans_beyond_the_last_payable_month() {
        var person = Story.insuredUntil(Story.thisMonth().minusMonths(1));
        Story.choosesPlan(person).then().statusCode(422).body("errors.code", contains("REACHED_RETIREMENT_AGE"));
    }

    @Test
    void a_relation_that_is_not_known_yet_is_worth_another_try_with_the_same_key() {
        var person = Story.registered();
        var body = Story.plan(person, Story.BASE, "MONTH", Story.thisMonth());
        Story.choosesPlan(person, "later", body)
                .then()
                .statusCode(404)
                .header("Retry-After", "1")
                .body("errors.code", contains("RELATION_NOT_KNOWN"));
        Story.relation(person, Story.WEIFANG, null);
        Story.choosesPlan(person, "later", body).then().statusCode(201);
    }

    @Test
    void a_second_plan_for_the_same_time_is_refused() {
        var person = Story.insured();
        Story.choosesPlan(person).then().statusCode(201);
        Story.choosesPlan(person).then().statusCode(409).body("errors.code", contains("PLAN_EXISTS"));
        assertThat(rowsOf(person)).isEqualTo(Map.of("plans", 1L, "bills", 1L, "months", 1L));
    }

    @Test
    void the_same_request_again_gets_the_same_answer_and_another_under_its_key_none() {
        var person = Story.insured();
        var body = Story.plan(person, Story.BASE, "MONTH", Story.thisMonth());
        var first = Story.choosesPlan(person, "once", body).then().statusCode(201);
        var second =
                Story.choosesPlan(person, "once", body).then().statusCode(201).header("Idempotent-Replayed", "true");
        assertThat(second.extract().<Map<String, Object>>path(""))
                .isEqualTo(first.extract().<Map<String, Object>>path(""));
        Story.choosesPlan(person, "once", Story.plan(person, "5000.00", "MONTH", Story.thisMonth()))
                .then()
                .statusCode(409)
                .body("errors.code", contains("IDEMPOTENCY_KEY_REUSED"));
        assertThat(rowsOf(person)).isEqualTo(Map.of("plans", 1L, "bills", 1L, "months", 1L));
    }

    @Test
    void a_refusal_is_told_again_too() {
        var person = Story.insured();
        var body = Story.plan(person, "1.00", "MONTH", Story.thisMonth());
        Story.choosesPlan(person, "no", body).then().statusCode(422);
        Story.choosesPlan(person, "no", body)
                .then()
                .statusCode(422)
                .header("Idempotent-Replayed", "true")
                .body("errors.code", contains("BASE_BELOW_LOWER_LIMIT"));
    }

    @Test
    void nobody_learns_by_choosing_whether_somebody_else_is_enrolled() {
        var stranger = Story.insured();
        var enrolled =
                choosesFor(Story.insured(), stranger).then().statusCode(404).extract();
        var notEnrolled =
                choosesFor(Story.registered(), stranger).then().statusCode(404).extract();
        var nobody = choosesFor(new Person(UUID.randomUUID(), "nobody"), stranger)
                .then()
                .statusCode(404)
                .extract();
        assertThat(enrolled.<List<String>>path("errors.code")).containsExactly("RELATION_NOT_KNOWN");
        assertThat(told(enrolled)).isEqualTo(told(notEnrolled)).isEqualTo(told(nobody));
    }

    private static Response choosesFor(Person person, Person chooser) {
        var body = Story.plan(person, Story.BASE, "MONTH", Story.thisMonth());
        return Story.choosesPlan(chooser, UUID.randomUUID().toString(), body);
    }

    /** All that the caller sees but the trace of the very request. */
    private static List<Object> told(ExtractableResponse<Response> answer) {
        return List.of(
                answer.<Object>path("type"),
                answer.<Object>path("title"),
                answer.<Object>path("errors"),
                answer.header("Retry-After"));
    }

    @Test
    void a_malformed_request_is_told_every_violation_at_once() {
        var person = Story.insured();
        Story.choosesPlan(person, "bad", """
                        {"personId": "me", "scheme": "PENSION", "base": "4573.001", "period": "WEEK", "from": "2026-13"}""")
                .then()
                .statusCode(400)
                .body("errors.code", everyItem(equalTo("CONSTRAINT")))
                .body("errors.pointer", containsInAnyOrder("/personId", "/scheme", "/base", "/period", "/from"))
                .body("errors.parameters.message", hasItem("one of EMPLOYEE, INJURY, MEDICAL, RESIDENT"));
    }

    @Test
    void amounts_are_read_without_tolerance() {
        var person = Story.insured();
        for (var base : List.of(
                "-4573.00",
                "0.00",
                "4573",
                "4573.0",
                "4,573.00",
                "04573.00",
                "4573.00 ",
                "99999999999.00",
                "4.573e3",
                "NaN",
                "")) {
            Story.choosesPlan(person, "bad", Story.plan(person, base, "MONTH", Story.thisMonth()))
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/base"));
        }
        assertThat(rowsOf(person)).isEqualTo(Map.of("plans", 0L, "bills", 0L, "months", 0L));
    }

    @Test
    void a_base_and_a_tier_at_once_are_refused() {
        var person = Story.insured();
        var body = Story.plan(person, Story.BASE, "MONTH", Story.thisMonth()).replace("}", ", \"tierPercent\": 60}");
        Story.choosesPlan(person, "both", body).then().statusCode(400);
    }

    @Test
    void an_unknown_field_is_refused_by_name() {
        var person = Story.insured();
        var body = Story.plan(person, Story.BASE, "MONTH", Story.thisMonth()).replace("}", ", \"discount\": \"1\"}");
        Story.choosesPlan(person, "extra", body)
                .then()
                .statusCode(400)
                .body("errors.code", contains("UNKNOWN_FIELD"))
                .body("errors.parameters.field", contains("discount"));
    }

    @Test
    void a_request_without_a_key_is_refused() {
        var person = Story.insured();
        as(person.token())
                .body(Story.plan(person, Story.BASE, "MONTH", Story.thisMonth()))
                .post("/plans")
                .then()
                .statusCode(400)
                .body("errors.code", contains("IDEMPOTENCY_KEY_REQUIRED"));
    }

    @Test
    void a_command_that_fails_after_its_event_leaves_neither_row_nor_event() {
        var person = Story.insured();
        var key = UUID.randomUUID().toString();
        var broken = "fails_" + key.replace("-", "");
        var body = Story.plan(person, Story.BASE, "MONTH", Story.thisMonth());
        var unused = TestDatabase.execute(
                "create function %s() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$"
                        .formatted(broken));
        unused = TestDatabase.execute(
                "create trigger %s before update on idempotency for each row when (new.body like '%%%s%%') execute function %s()"
                        .formatted(broken, person.id(), broken));
        try {
            Story.choosesPlan(person, key, body).then().statusCode(500);
        } finally {
            unused = TestDatabase.execute("drop function %s cascade".formatted(broken));
        }
        assertThat(rowsOf(person)).isEqualTo(Map.of("plans", 0L, "bills", 0L, "months", 0L));

        Story.choosesPlan(person, key, body).then().statusCode(201);
        assertThat(TestTopics.awaitKey("contribution.person", person.id().toString(), 1))
                .hasSize(1);
        assertThat(rowsOf(person)).isEqualTo(Map.of("plans", 1L, "bills", 1L, "months", 1L));
    }

    private static Map<String, Object> rowsOf(Person person) {
        var counted = TestDatabase.query("""
                select (select count(*) from plan where person_id = p.id) as plans,
                       (select count(*) from bill where person_id = p.id) as bills,
                       (select count(*) from bill_month where person_id = p.id) as months
                from (select cast(? as uuid) as id) p""", person.id());
        return Map.copyOf(Objects.requireNonNull(counted.getFirst()));
    }
}
