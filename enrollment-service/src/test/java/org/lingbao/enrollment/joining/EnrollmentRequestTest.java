package org.lingbao.enrollment.joining;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.lingbao.enrollment.testing.Citizen.application;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;

/** What an application must look like before the law is asked. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EnrollmentRequestTest {

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
    void nobody_enrolls_in_a_whole_province() {
        var citizen = Citizen.driver();

        post("/enrollments", citizen.token(), application(citizen.register()).replace("\"370700\"", "\"370000\""))
                .statusCode(400)
                .body("errors.code", contains("PLACE_IS_A_PROVINCE"))
                .body("errors.pointer", contains("/place"));
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
}
