package org.lingbao.enrollment.rules;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestStack;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ApplyingTest {

    @Test
    void everybody_learns_what_to_bring_and_where_to_go() {
        given().queryParam("place", "210102")
                .get("/rules/applying")
                .then()
                .statusCode(200)
                .body("documents[0].code", contains("ID_CARD"))
                .body("documents[1].code", contains("HOUSEHOLD_REGISTER", "RESIDENCE_PERMIT"))
                .body("documents[1].name.zh", contains("户口簿", "居住证"))
                .body("documents[1].name.en", contains("household register", "residence permit"))
                .body("channels", hasItem("掌上12333"))
                .body("warnings.code", contains("NO_SHAM_EMPLOYER", "ONE_OFF_OFFERS_ARE_FRAUD"))
                .body("explanation.text.zh", containsString("户口簿 或 居住证；"));
    }

    @Test
    void it_is_told_as_of_a_day_and_a_place_without_data_is_told_so() {
        given().queryParam("place", "370702")
                .queryParam("on", "2023-12-01")
                .get("/rules/applying")
                .then()
                .statusCode(200)
                .body("on", equalTo("2023-12-01"));
        given().queryParam("place", "110101")
                .get("/rules/applying")
                .then()
                .statusCode(400)
                .body("errors.code", contains("RULES_NOT_LOADED"));
        given().queryParam("place", "370703000")
                .queryParam("on", "soon")
                .get("/rules/applying")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/place", "/on"));
    }
}
