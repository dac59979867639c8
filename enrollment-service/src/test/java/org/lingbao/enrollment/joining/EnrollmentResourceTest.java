package org.lingbao.enrollment.joining;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.lingbao.enrollment.testing.Citizen.application;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EnrollmentResourceTest {
    private static final String CLERK_OF_WEIFANG = "li.clerk";
    private static final String CLERK_OF_QINGDAO = "zhou.clerk";
    private static final String OPENED = "enrollment.relation-opened.v1";

    @Test
    void an_eligible_person_is_enrolled_at_once_with_a_receipt() {
        var citizen = Citizen.driver();
        var personId = citizen.register();

        citizen.enroll(personId)
                .statusCode(201)
                .body("outcome", equalTo("ACCEPTED"))
                .body("receiptNumber", matchesPattern("E20260901(-[0-9A-HJKMNP-TV-Z]{4}){3}"))
                .body("verificationCode", matchesPattern("E[0-9A-F]{32}"))
                .body("ground", equalTo("HUKOU"))
                .body("notices", empty())
                .body("from", equalTo("2026-09"))
                .body("decision.rule", equalTo("joining.decide"))
                .body("decision.children.rule", hasItem("enrollment.decide"))
                .body("relationId", notNullValue());

        as(citizen.token())
                .get("/persons/" + personId + "/relations")
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].standing", equalTo("FLEXIBLE"))
                .body("[0].placeName", equalTo("潍坊市"))
                .body("[0].from", equalTo("2026-09"))
                .body("[0].lastPayableMonth", equalTo("2053-05"));
    }

    @Test
    void one_enrollment_is_one_event_on_the_topic() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        String relationId = citizen.enroll(personId).statusCode(201).extract().path("relationId");

        var messages = TestTopics.awaitKey("enrollment.person", personId, 2);

        assertThat(messages)
                .extracting(message -> message.headers().get("ce_type"))
                .containsExactly("enrollment.person-registered.v1", OPENED);
        assertThat(messages.getLast().text())
                .contains(relationId, "\"place\":\"370700\"", "\"from\":\"2026-09\"", "\"standing\":\"FLEXIBLE\"");
    }

    @Test
    void an_ineligible_person_is_told_every_reason_with_its_article() {
        var child = Citizen.born(LocalDate.of(2012, 1, 1)).withHukou("210102");
        var personId = child.register();

        post("/enrollments", child.token(), application(personId, "EMPLOYEE", true))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/enrollment-refused"))
                .body("errors.code", contains("DRAWING_PENSION", "NO_PLACE_GROUND", "UNDER_MINIMUM_AGE"))
                .body("errors.citation", everyItem(notNullValue()))
                .body("errors.howToFix", everyItem(not("")))
                .body("errors[2].detail", containsString("14"));

        assertThat(TestDatabase.number(
                        "select count(*) from application where person_id = cast(? as uuid) and outcome = 'REFUSED'",
                        personId))
                .isEqualTo(1);
        assertThat(relationsOf(personId)).isZero();
    }

    @Test
    void a_refusal_is_told_again_under_its_key_in_the_readers_language() {
        var child = Citizen.born(LocalDate.of(2012, 1, 1));
        var body = application(child.register());
        var key = UUID.randomUUID().toString();
        post("/enrollments", child.token(), key, body)
                .statusCode(422)
                .body("errors[0].detail", containsString("flexible worker"));

        given().auth()
                .oauth2(child.token())
                .header("Accept-Language", "zh-CN")
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/enrollments")
                .then()
                .statusCode(422)
                .header("Idempotent-Replayed", "true")
                .body("errors[0].detail", containsString("周岁"));
    }

    @Test
    void the_same_key_gets_the_same_answer_and_one_relation() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        var key = UUID.randomUUID().toString();
        var first = post("/enrollments", citizen.token(), key, application(personId))
                .statusCode(201);

        var second = post("/enrollments", citizen.token(), key, application(personId))
                .statusCode(201)
                .header("Idempotent-Replayed", "true");

        assertThat(second.extract().body().jsonPath().getMap(""))
                .isEqualTo(first.extract().body().jsonPath().getMap(""));
        assertThat(relationsOf(personId)).isEqualTo(1);
    }

    @Test
    void another_body_under_the_key_is_a_conflict() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        var key = UUID.randomUUID().toString();
        post("/enrollments", citizen.token(), key, application(personId)).statusCode(201);

        post("/enrollments", citizen.token(), key, application(personId, "RESIDENT", false))
                .statusCode(409)
                .body("errors.code", contains("IDEMPOTENCY_KEY_REUSED"));
        assertThat(relationsOf(personId)).isEqualTo(1);
    }

    @Test
    void a_second_application_is_refused_and_another_scheme_is_not() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        citizen.enroll(personId).statusCode(201);

        citizen.enroll(personId).statusCode(422).body("errors.code", contains("ALREADY_ENROLLED"));
        post("/enrollments", citizen.token(), application(personId, "RESIDENT", false))
                .statusCode(201);
        assertThat(relationsOf(personId)).isEqualTo(2);
    }

    @Test
    void applications_that_race_open_one_relation() throws Exception {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        Callable<Integer> enroll = () -> citizen.enroll(personId).extract().statusCode();

        try (var threads = Executors.newFixedThreadPool(32)) {
            var statuses = threads.invokeAll(Collections.nCopies(32, enroll)).stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .toList();
            assertThat(statuses).containsOnly(201, 422).containsOnlyOnce(201);
        }
        assertThat(relationsOf(personId)).isEqualTo(1);
        assertThat(TestTopics.awaitKey("enrollment.person", personId, 2)).hasSize(2);
    }

    @Test
    void the_table_itself_refuses_a_second_live_relation() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        citizen.enroll(personId).statusCode(201);

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> TestDatabase.execute("""
                        insert into relation (id, person_id, scheme, place, standing, from_month, opened_on)
                        select gen_random_uuid(), person_id, scheme, place, standing, from_month, opened_on
                        from relation where person_id = cast(? as uuid)""", personId))
                .hasMessageContaining("relation_one_live");
    }

    @Test
    void an_employer_that_the_register_knows_of_refuses_whatever_is_stated() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        var made = TestDatabase.execute("""
                insert into relation (id, person_id, scheme, place, standing, from_month, opened_on)
                values (gen_random_uuid(), cast(? as uuid), 'EMPLOYEE', '370700', 'EMPLOYED', '2026-01-01', '2026-01-05')""", personId);
        assertThat(made).isEqualTo(1);

        citizen.enroll(personId).statusCode(422).body("errors.code", contains("ALREADY_EMPLOYED_INSURED"));
    }

    @Test
    void who_may_not_reach_the_minimum_months_is_told_in_both_languages_and_accepted() {
        var citizen = Citizen.born(LocalDate.of(1966, 8, 1));

        citizen.enroll(citizen.register())
                .statusCode(201)
                .body("notices.code", contains("MAY_NOT_REACH_MINIMUM_MONTHS"))
                .body("notices[0].detail.zh", containsString("最低缴费年限"))
                .body("notices[0].detail.en", containsString("minimum contribution months"))
                .body("notices[0].howToFix.zh", notNullValue());
    }

    @Test
    void an_application_is_shown_to_its_person_and_the_clerk_of_the_area_only() {
        var citizen = Citizen.driver();
        String id = citizen.enroll(citizen.register()).statusCode(201).extract().path("enrollmentId");

        as(citizen.token())
                .get("/enrollments/" + id)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("ACCEPTED"))
                .body("from", equalTo("2026-09"));
        as(TestTokens.of(CLERK_OF_WEIFANG)).get("/enrollments/" + id).then().statusCode(200);
        as(Citizen.driver().token()).get("/enrollments/" + id).then().statusCode(404);
        as(TestTokens.of(CLERK_OF_QINGDAO)).get("/enrollments/" + id).then().statusCode(404);
        as(citizen.token()).get("/enrollments/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void a_kept_refusal_can_be_read_again_with_its_reasons() {
        var child = Citizen.born(LocalDate.of(2012, 1, 1));
        var personId = child.register();
        child.enroll(personId).statusCode(422);
        var id = TestDatabase.query("select id from application where person_id = cast(? as uuid)", personId)
                .getFirst()
                .get("id");

        as(child.token())
                .get("/enrollments/" + id)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("REFUSED"))
                .body("reasons.code", contains("UNDER_MINIMUM_AGE"))
                .body("reasons[0].detail.en", containsString("You are 14"))
                .body("reasons[0].citation", notNullValue())
                .body("decision.outcome", equalTo("refused: UNDER_MINIMUM_AGE"));
    }

    @Test
    void a_receipt_can_be_verified_by_everybody_and_tells_only_what_it_says() {
        var citizen = Citizen.driver();
        var enrolled = citizen.enroll(citizen.register()).statusCode(201).extract();
        String code = enrolled.path("verificationCode");

        var receipt = given().get("/verify/" + code)
                .then()
                .statusCode(200)
                .extract()
                .body()
                .jsonPath();

        assertThat(receipt.getMap("").keySet().stream().map(String::valueOf))
                .containsExactlyInAnyOrder(
                        "document", "receiptNumber", "holder", "scheme", "place", "placeName", "from", "decidedOn");
        assertThat(receipt.getString("receiptNumber")).isEqualTo(enrolled.path("receiptNumber"));
        assertThat(receipt.getString("holder")).isEqualTo("赵***");
    }

    @Test
    void a_code_that_was_never_printed_verifies_nothing() {
        given().get("/verify/E00000000000000000000000000000000").then().statusCode(404);
    }

    @Test
    void a_clerk_who_acts_for_a_person_leaves_both_identities() {
        var citizen = Citizen.driver();
        var clerk = TestTokens.of(CLERK_OF_WEIFANG);
        String personId = post("/persons", clerk, citizen.registration())
                .statusCode(201)
                .extract()
                .path("personId");

        String id = post("/enrollments", clerk, application(personId).replace("MOBILE_12333", "TOWN_SERVICE_CENTER"))
                .statusCode(201)
                .extract()
                .path("enrollmentId");

        assertThat(TestDatabase.query("""
                        select channel, cast(person_id as text) as person, actor_subject as actor, operator_place as place
                        from application where id = cast(? as uuid)""", id))
                .containsExactly(java.util.Map.of(
                        "channel",
                        "TOWN_SERVICE_CENTER",
                        "person",
                        personId,
                        "actor",
                        TestTokens.subject(CLERK_OF_WEIFANG),
                        "place",
                        "370700"));
    }

    @Test
    void a_clerk_of_another_area_cannot_enroll_a_person_or_at_a_place_outside_the_own_area() {
        var citizen = Citizen.driver();
        var body = application(citizen.register()).replace("MOBILE_12333", "AGENCY_COUNTER");

        post("/enrollments", TestTokens.of(CLERK_OF_QINGDAO), body.replace("\"370700\"", "\"370200\""))
                .statusCode(404);
        post("/enrollments", TestTokens.of(CLERK_OF_QINGDAO), body)
                .statusCode(403)
                .body("errors.code", contains("FORBIDDEN"));
    }

    @Test
    void another_citizen_cannot_enroll_me() {
        var personId = Citizen.driver().register();

        post("/enrollments", Citizen.driver().token(), application(personId)).statusCode(404);
        assertThat(relationsOf(personId)).isZero();
    }

    @Test
    void an_unknown_channel_is_refused_with_the_channels_that_are_open() {
        var citizen = Citizen.driver();
        var body = application(citizen.register());

        post("/enrollments", citizen.token(), body.replace("MOBILE_12333", "CARRIER_PIGEON"))
                .statusCode(400)
                .body("errors.code", contains("UNKNOWN_CHANNEL"))
                .body("errors[0].detail", containsString("AI_SHANDONG_APP"))
                .body("errors[0].detail", not(containsString("AGENCY_COUNTER")));
        post("/enrollments", citizen.token(), body.replace("MOBILE_12333", "AGENCY_COUNTER"))
                .statusCode(400)
                .body("errors.code", contains("UNKNOWN_CHANNEL"));
    }

    @Test
    void the_channels_of_the_cell_are_public() {
        given().get("/channels")
                .then()
                .statusCode(200)
                .body("code", hasItem("AI_SHANDONG_APP"))
                .body("code", hasItem("SI_12333_PLATFORM"))
                .body("code", not(hasItem("COMMUNITY_AFFAIRS_CENTER")));
    }

    @Test
    void unknown_places_are_told_all_at_once_with_what_comes_close() {
        var citizen = Citizen.driver();

        post("/enrollments", citizen.token(), """
                {"personId": "%s", "scheme": "EMPLOYEE", "place": "370790", "category": "OTHER_FLEXIBLE",
                 "workPlace": "370792", "channel": "X", "statements": {"pensioner": false, "employedInsured": false}}""".formatted(citizen.register()))
                .statusCode(400)
                .body("errors.code", contains("UNKNOWN_PLACE", "UNKNOWN_PLACE", "UNKNOWN_CHANNEL"))
                .body("errors.pointer", contains("/place", "/workPlace", "/channel"))
                .body("errors[0].detail", containsString("370700"));
    }

    @Test
    void a_place_of_another_province_is_not_decided_here() {
        var citizen = Citizen.driver();

        post("/enrollments", citizen.token(), application(citizen.register()).replace("\"370700\"", "\"210100\""))
                .statusCode(400)
                .body("errors.code", contains("PLACE_NOT_SERVED"));
    }

    @Test
    void a_scheme_whose_rules_are_not_loaded_is_neither_accepted_nor_refused() {
        var citizen = Citizen.driver();
        var personId = citizen.register();

        post("/enrollments", citizen.token(), application(personId, "INJURY", false))
                .statusCode(400)
                .body("errors.code", contains("RULES_NOT_LOADED"));
        assertThat(TestDatabase.number("select count(*) from application where person_id = cast(? as uuid)", personId))
                .isZero();
    }

    @Test
    void a_malformed_application_gets_every_violation_at_once() {
        post("/enrollments", Citizen.driver().token(), """
                {"personId": "me", "scheme": "PENSION", "place": "Weifang", "category": "BUSY", "workPlace": "here",
                 "statements": {"pensioner": false}}""")
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/personId",
                                "/scheme",
                                "/place",
                                "/category",
                                "/workPlace",
                                "/channel",
                                "/statements/employedInsured"))
                .body("errors.detail", hasItem(containsString("EMPLOYEE, INJURY, MEDICAL, RESIDENT")));
    }

    @Test
    void an_unknown_field_is_refused() {
        post("/enrollments", Citizen.driver().token(), """
                {"statements": {"pensioner": false, "employedInsured": false, "rich": true}}""")
                .statusCode(400)
                .body("errors.code", contains("UNKNOWN_FIELD"))
                .body("errors[0].pointer", equalTo("/statements/rich"));
    }

    @Test
    void an_empty_body_is_refused() {
        as(Citizen.driver().token())
                .contentType("application/json")
                .header("Idempotency-Key", "empty")
                .post("/enrollments")
                .then()
                .statusCode(400);
    }

    private static long relationsOf(String personId) {
        return TestDatabase.number("select count(*) from relation where person_id = cast(? as uuid)", personId);
    }
}
