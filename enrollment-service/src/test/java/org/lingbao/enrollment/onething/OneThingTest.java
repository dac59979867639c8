package org.lingbao.enrollment.onething;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.enrollment.testing.Matched;
import org.lingbao.local.testing.Schemas;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

/** Employment registration, insurance and payment plan in one application with one status (灵活就业一件事). */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class OneThingTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    ObjectMapper json;

    @Test
    void all_is_decided_at_once_and_the_plan_is_on_its_way() {
        var citizen = Citizen.driver();

        applies(citizen, asks(citizen.register()))
                .statusCode(201)
                .body("status", equalTo("IN_PROGRESS"))
                .body("parts.part", contains("EMPLOYMENT", "INSURANCE", "PLAN"))
                .body("parts.state", contains("DONE", "DONE", "PENDING"))
                .body("registration.occupation", equalTo("4-02-07-10"))
                .body("enrollment.outcome", equalTo("ACCEPTED"))
                .body("enrollment.receiptNumber", notNullValue())
                .body("enrollment.from", equalTo("2026-09"))
                .body("planId", nullValue());
    }

    @Test
    void the_employment_is_registered_before_the_person_is_insured_and_the_wish_comes_behind_both() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        String id = applies(citizen, asks(personId)).statusCode(201).extract().path("oneThingId");

        var messages = TestTopics.awaitKey("enrollment.person", personId, 6);

        assertThat(messages)
                .extracting(message -> message.headers().get("ce_type"))
                .containsSubsequence(
                        "enrollment.employment-registered.v1",
                        "enrollment.relation-opened.v1",
                        "enrollment.plan-wished.v1");
        var wish = messages.getLast().text();
        assertThat(wish).contains(id, "\"base\":\"5000.00\"", "\"period\":\"MONTH\"", "\"from\":\"2026-09\"");
        assertThat(Schemas.complaints("enrollment", "plan-wished", wish)).isEmpty();
        var registered = messages.stream()
                .filter(message -> "enrollment.employment-registered.v1"
                        .equals(message.headers().get("ce_type")))
                .findFirst()
                .orElseThrow();
        assertThat(Schemas.complaints("enrollment", "employment-registered", registered.text()))
                .isEmpty();
    }

    @Test
    void every_reason_of_every_part_is_told_at_once_and_nothing_is_done() {
        var child = Citizen.born(LocalDate.of(2012, 1, 1));
        var personId = child.register();

        applies(child, asks(personId).replace("5000.00", "100.00"))
                .statusCode(422)
                .body("type", equalTo("/problems/one-thing-refused"))
                .body("errors.code", contains("BASE_BELOW_LOWER_LIMIT", "NOT_OF_WORKING_AGE", "UNDER_MINIMUM_AGE"))
                .body("errors[0].pointer", equalTo("/plan/base"));

        for (var table : new String[] {"relation", "employment_registration", "application"}) {
            assertThat(TestDatabase.number(
                            "select count(*) from " + table + " where person_id = cast(? as uuid)", personId))
                    .as(table)
                    .isZero();
        }
        as(child.token())
                .get("/one-thing-applications/" + kept(personId))
                .then()
                .statusCode(200)
                .body("status", equalTo("REFUSED"))
                .body("parts.state", contains("REFUSED", "REFUSED", "REFUSED"))
                .body("parts[2].reasons[0].detail.zh", containsString("100.00"));
    }

    @Test
    void a_part_that_nothing_speaks_against_is_held_back_with_the_others() {
        var citizen = Citizen.driver();
        var personId = citizen.register();

        applies(citizen, asks(personId).replace("5000.00", "100.00"))
                .statusCode(422)
                .body("errors.code", contains("BASE_BELOW_LOWER_LIMIT"));

        as(citizen.token())
                .get("/one-thing-applications/" + kept(personId))
                .then()
                .body("parts.state", contains("HELD_BACK", "HELD_BACK", "REFUSED"));
    }

    @Test
    void codes_that_nobody_has_are_told_of_all_parts_at_once() {
        var citizen = Citizen.driver();

        applies(
                        citizen,
                        asks(citizen.register())
                                .replace("4-02-07-10", "4-02-07-99")
                                .replace("MOBILE_12333", "PIGEON")
                                .replace("\"370700\"", "\"370790\""))
                .statusCode(400)
                .body("errors.code", containsInAnyOrder("UNKNOWN_OCCUPATION", "UNKNOWN_CHANNEL", "UNKNOWN_PLACE"))
                .body("errors.find { it.code == 'UNKNOWN_OCCUPATION' }.detail", containsString("4-02-07-10 网约配送员"));
    }

    @Test
    void the_same_key_gets_the_same_receipt() {
        var citizen = Citizen.driver();
        var body = asks(citizen.register());
        var first =
                post("/one-thing-applications", citizen.token(), "once", body).statusCode(201);

        var second = post("/one-thing-applications", citizen.token(), "once", body)
                .statusCode(201)
                .header("Idempotent-Replayed", "true");

        assertThat(second.extract().body().jsonPath().getMap(""))
                .isEqualTo(first.extract().body().jsonPath().getMap(""));
    }

    @Test
    void the_status_follows_the_plan_that_contribution_makes() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        String id = applies(citizen, asks(personId)).statusCode(201).extract().path("oneThingId");
        var plan = UUID.randomUUID();

        chosen(personId, plan);

        await().atMost(SOON)
                .untilAsserted(() -> as(citizen.token())
                        .get("/one-thing-applications/" + id)
                        .then()
                        .body("status", equalTo("COMPLETED"))
                        .body("parts.state", contains("DONE", "DONE", "DONE"))
                        .body("planId", equalTo(plan.toString())));
    }

    @Test
    void who_turned_out_to_be_another_is_followed_under_the_number_that_remained() {
        var citizen = Citizen.driver();
        var merged = citizen.register();
        String id = applies(citizen, asks(merged)).statusCode(201).extract().path("oneThingId");
        var survivor = citizen.twin().register();
        post(
                        "/possible-matches/" + Matched.pair(merged, survivor) + "/decision",
                        TestTokens.of("li.clerk"),
                        "{\"decision\": \"SAME\", \"survivorId\": \"" + survivor + "\"}")
                .statusCode(200);

        chosen(survivor, UUID.randomUUID());

        await().atMost(SOON)
                .untilAsserted(() -> as(citizen.token())
                        .get("/one-thing-applications/" + id)
                        .then()
                        .body("status", equalTo("COMPLETED")));
    }

    @Test
    void a_refused_plan_is_shown_with_its_reasons_and_completed_by_another() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        String id = applies(citizen, asks(personId)).statusCode(201).extract().path("oneThingId");
        var refused = """
                {"wishId": "%s", "personId": "%s", "scheme": "EMPLOYEE", "refusedOn": "2026-09-01", "reasons": [
                 {"code": "BASE_BELOW_LOWER_LIMIT", "parameters": {"base": "5000.00", "limit": "6000.00"}, "citation": "某通知"},
                 {"code": "PLAN_EXISTS", "parameters": {}}]}""".formatted(id, personId);
        assertThat(Schemas.complaints("contribution", "plan-refused", refused)).isEmpty();

        tell("plan-refused", personId, refused);

        await().atMost(SOON)
                .untilAsserted(() -> as(citizen.token())
                        .get("/one-thing-applications/" + id)
                        .then()
                        .body("status", equalTo("PLAN_REFUSED"))
                        .body("parts.state", contains("DONE", "DONE", "REFUSED"))
                        .body("parts[2].reasons.code", contains("BASE_BELOW_LOWER_LIMIT", "PLAN_EXISTS"))
                        .body("parts[2].reasons[0].citation", equalTo("某通知"))
                        .body("parts[2].reasons[0].detail.en", containsString("6000.00")));

        chosen(personId, UUID.randomUUID());

        await().atMost(SOON)
                .untilAsserted(() -> as(citizen.token())
                        .get("/one-thing-applications/" + id)
                        .then()
                        .body("status", equalTo("COMPLETED"))
                        .body("parts[2].reasons", empty()));
    }

    @Test
    void the_examples_of_contribution_bind_to_what_is_used_here() throws IOException {
        var tolerant = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

        assertThat(tolerant.readValue(Schemas.example("contribution", "plan-chosen"), PlanChosen.class)
                        .from())
                .isEqualTo(YearMonth.of(2026, 9));
        assertThat(tolerant.readValue(Schemas.example("contribution", "plan-refused"), PlanRefused.class)
                        .reasons())
                .extracting(PlanRefused.Reason::code)
                .contains("BASE_BELOW_LOWER_LIMIT");
    }

    @Test
    void it_is_shown_to_its_person_and_the_clerk_of_the_area_only() {
        var citizen = Citizen.driver();
        String id = applies(citizen, asks(citizen.register()))
                .statusCode(201)
                .extract()
                .path("oneThingId");
        var path = "/one-thing-applications/" + id;

        as(TestTokens.of("li.clerk")).get(path).then().statusCode(200);
        as(TestTokens.of("zhou.clerk")).get(path).then().statusCode(404);
        as(Citizen.driver().token()).get(path).then().statusCode(404);
    }

    private static ValidatableResponse applies(Citizen citizen, String body) {
        return post("/one-thing-applications", citizen.token(), body);
    }

    private static String asks(String personId) {
        return """
               {"personId": "%s", "occupation": "4-02-07-10", "place": "370700", "category": "OTHER_FLEXIBLE",
                "statements": {"pensioner": false, "employedInsured": false},
                "plan": {"base": "5000.00", "period": "MONTH"}, "channel": "MOBILE_12333"}""".formatted(personId);
    }

    private static String kept(String personId) {
        return String.valueOf(TestDatabase.query("select id from one_thing where person_id = cast(? as uuid)", personId)
                .getFirst()
                .get("id"));
    }

    private static void chosen(String personId, UUID plan) {
        tell("plan-chosen", personId, """
                {"planId": "%s", "personId": "%s", "scheme": "EMPLOYEE", "place": "370700", "base": "5000.00",
                 "period": "MONTH", "from": "2026-09"}""".formatted(plan, personId));
    }

    private static void tell(String event, String personId, String body) {
        TestTopics.send(
                "contribution.person",
                personId,
                body.getBytes(UTF_8),
                Map.of("ce_id", UUID.randomUUID().toString(), "ce_type", "contribution." + event + ".v1"));
    }
}
