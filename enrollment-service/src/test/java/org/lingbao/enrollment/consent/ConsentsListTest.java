package org.lingbao.enrollment.consent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** Whoever consents reads the text before, and finds afterwards to what they consented, when and through whom. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ConsentsListTest {

    @Test
    void everybody_reads_the_texts_in_force_in_both_languages_and_since_when() {
        given().get("/consent-purposes")
                .then()
                .statusCode(200)
                .body("code", contains("STATEMENT_AT_TERMINAL", "JOB_MATCHING"))
                .body("version", contains(1, 1))
                .body("since", contains("2026-09-01", "2026-09-01"))
                .body("[0].zh", containsString("合作银行的终端"))
                .body("[0].en", containsString("partner banks"));
    }

    @Test
    void what_is_shown_can_be_consented_to() {
        var citizen = Citizen.driver();
        var path = "/persons/" + citizen.register() + "/consents";

        var shown = given().get("/consent-purposes").jsonPath();

        for (var at = 0; at < shown.getList("").size(); at++) {
            post(path, citizen.token(), """
                            {"purpose": "%s", "version": %d}""".formatted(
                                    shown.getString("[" + at + "].code"), shown.getInt("[" + at + "].version")))
                    .statusCode(201);
        }
        as(citizen.token()).get(path).then().body("consents.size()", equalTo(2));
    }

    @Test
    void a_person_finds_all_consents_the_ended_ones_too_with_who_gave_them_and_through_which_channel() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        var path = "/persons/" + personId + "/consents";
        post(path, citizen.token(), """
                {"purpose": "STATEMENT_AT_TERMINAL", "version": 1, "channel": "MOBILE_12333"}""").statusCode(201);
        as(TestTokens.of("li.clerk"))
                .delete(path + "/STATEMENT_AT_TERMINAL?channel=AGENCY_COUNTER")
                .then()
                .statusCode(204);
        post(path, TestTokens.of("li.clerk"), """
                {"purpose": "STATEMENT_AT_TERMINAL", "version": 1, "channel": "AGENCY_COUNTER",
                 "confirmation": {"kind": "PIN", "reference": "PAD-0007"}}""").statusCode(201);

        list(citizen.token(), personId)
                .statusCode(200)
                .body("consents.purpose", contains("STATEMENT_AT_TERMINAL", "STATEMENT_AT_TERMINAL"))
                .body("consents.granted.by", contains("CLERK", "PERSON"))
                .body("consents.granted.channel", contains("AGENCY_COUNTER", "MOBILE_12333"))
                .body("consents[0].granted.operatorPlace", equalTo("370700"))
                .body("consents[0].granted.confirmedBy", equalTo("PIN"))
                .body("consents[0].endedOn", nullValue())
                .body("consents[1].endedOn", equalTo("2026-09-01"))
                .body("consents[1].ended.by", equalTo("CLERK"))
                .body("consents[1].granted.operatorPlace", nullValue())
                .body("next", nullValue());
    }

    @Test
    void pages_follow_one_another() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        var path = "/persons/" + personId + "/consents";
        for (var count = 0; count < 3; count++) {
            post(path, citizen.token(), "{\"purpose\": \"JOB_MATCHING\", \"version\": 1}")
                    .statusCode(201);
            as(citizen.token()).delete(path + "/JOB_MATCHING").then().statusCode(204);
        }

        var first = as(citizen.token())
                .get(path + "?limit=2")
                .then()
                .statusCode(200)
                .extract();
        List<String> ids = first.path("consents.consentId");
        String next = first.path("next");
        List<String> others = as(citizen.token())
                .get(path + "?limit=2&after=" + next)
                .then()
                .extract()
                .path("consents.consentId");

        assertThat(ids).hasSize(2);
        assertThat(others).hasSize(1).doesNotContainAnyElementsOf(ids);
        as(citizen.token()).get(path + "?limit=201").then().statusCode(400);
    }

    @Test
    void nobody_else_sees_them_and_the_clerk_who_does_is_recorded() {
        var citizen = Citizen.driver();
        var personId = citizen.register();

        list(citizen.token(), personId).statusCode(200).body("consents", empty());
        list(Citizen.driver().token(), personId).statusCode(404);
        list(TestTokens.of("zhou.clerk"), personId).statusCode(404);
        list(TestTokens.of("li.clerk"), personId).statusCode(200);

        assertThat(TestDatabase.query(
                        "select action from audit where subject_id = cast(? as uuid) and action like 'consents%'",
                        personId))
                .extracting(row -> row.get("action"))
                .containsExactly("consents.view");
    }

    private static ValidatableResponse list(String token, String personId) {
        return as(token).get("/persons/" + personId + "/consents").then();
    }
}
