package org.lingbao.enrollment.rules;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestStack;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EligibilityTest {

    @Test
    void everybody_may_read_the_conditions_of_a_place_with_their_sources() {
        asks("370700", "EMPLOYEE")
                .queryParam("on", "2026-11-21")
                .get("/rules/eligibility")
                .then()
                .statusCode(200)
                .body("on", equalTo("2026-11-21"))
                .body("grounds.hukouHere", contains("HUKOU", "WORK_PLACE"))
                .body("grounds.hukouElsewhere", contains("WORK_PLACE"))
                .body("minimumAge", equalTo(16))
                .body("upperAge.find { it.sex == 'FEMALE' }.statutoryAgeOf", equalTo("FEMALE_55"))
                .body("refusedStatus", hasItem("PENSIONER"))
                .body("provisions.parameter", hasItem("370000/employee/grounds"))
                .body("provisions.href", everyItem(containsString("://")));
    }

    @Test
    void the_resident_scheme_ends_at_an_age_that_the_reform_left_alone() {
        asks("370700", "RESIDENT")
                .get("/rules/eligibility")
                .then()
                .statusCode(200)
                .body("upperAge.years", contains(60, 60))
                .body("upperAge.statutoryAgeOf", everyItem(nullValue()));
    }

    @Test
    void who_has_the_answer_already_is_told_that_it_has_not_changed() {
        var tag = asks("370700", "EMPLOYEE")
                .get("/rules/eligibility")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age"))
                .extract()
                .header("ETag");

        asks("370700", "EMPLOYEE")
                .header("If-None-Match", tag)
                .get("/rules/eligibility")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag))
                .body(equalTo(""));
        asks("370700", "RESIDENT")
                .header("If-None-Match", tag)
                .get("/rules/eligibility")
                .then()
                .statusCode(200);
    }

    @Test
    void unknown_codes_are_answered_together_with_those_that_come_close() {
        asks("370070", "PENSION")
                .queryParam("on", "yesterday")
                .get("/rules/eligibility")
                .then()
                .statusCode(400)
                .header("ETag", equalTo(null))
                .body("errors.code", containsInAnyOrder("UNKNOWN_PLACE", "UNKNOWN_CODE", "CONSTRAINT"))
                .body("errors.pointer", containsInAnyOrder("/place", "/scheme", "/on"))
                .body("errors.find { it.code == 'UNKNOWN_PLACE' }.parameters.suggestions", containsString("370700"))
                .body("errors.find { it.code == 'UNKNOWN_CODE' }.parameters.suggestions", containsString("EMPLOYEE"));
    }

    @Test
    void a_province_without_data_is_no_no() {
        asks("110000", "EMPLOYEE")
                .get("/rules/eligibility")
                .then()
                .statusCode(400)
                .body("errors.code", contains("RULES_NOT_LOADED"));
    }

    @Test
    void a_driver_learns_without_a_login_that_she_could_enroll_where_she_works() {
        driver("1990-05-20")
                .queryParam("workPlace", "370702")
                .get("/rules/eligibility/answer")
                .then()
                .statusCode(200)
                .body("eligible", equalTo(true))
                .body("ground", equalTo("WORK_PLACE"))
                .body("reasons", empty())
                .body("explanation.rule", equalTo("enrollment.decide"))
                .body("explanation.text.zh", containsString("就业地"));
    }

    @Test
    void every_reason_against_it_is_told_at_once() {
        driver("2012-05-20")
                .queryParam("status", "EMPLOYED_INSURED")
                .queryParam("workPlace", "210100")
                .get("/rules/eligibility/answer")
                .then()
                .statusCode(200)
                .body("eligible", equalTo(false))
                .body("reasons.code", contains("ALREADY_EMPLOYED_INSURED", "NO_PLACE_GROUND", "UNDER_MINIMUM_AGE"))
                .body("reasons.citation", everyItem(not(equalTo(""))));
    }

    private static RequestSpecification asks(String place, String scheme) {
        return given().queryParam("place", place).queryParam("scheme", scheme);
    }

    /** A hukou of Shenyang. */
    private static RequestSpecification driver(String birthDate) {
        return asks("370700", "EMPLOYEE")
                .queryParam("on", "2026-09-01")
                .queryParam("birthDate", birthDate)
                .queryParam("sex", "FEMALE")
                .queryParam("category", "OTHER_FLEXIBLE")
                .queryParam("hukou", "210102");
    }
}
