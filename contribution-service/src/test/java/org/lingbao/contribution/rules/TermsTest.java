package org.lingbao.contribution.rules;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestStack;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class TermsTest {
    private static final String WEIFANG = "370700";
    private static final String SHENYANG = "210100";
    private static final String SHANGHAI = "310000";

    @Test
    void the_limits_are_those_that_were_known_on_the_day() {
        asks(WEIFANG)
                .queryParam("month", "2026-08")
                .queryParam("on", "2026-08-14")
                .get("/rules/limits")
                .then()
                .statusCode(200)
                .body("lower", equalTo("4573.00"))
                .body("upper", equalTo("22863.00"))
                .body("provisional", equalTo(false))
                .body("provisions[0].number", equalTo("鲁人社字〔2026〕75号"))
                .body("provisions[0].status", equalTo("OFFICIAL"));

        asks(WEIFANG)
                .queryParam("month", "2026-08")
                .queryParam("on", "2026-08-13")
                .get("/rules/limits")
                .then()
                .statusCode(200)
                .body("lower", equalTo("4504.00"))
                .body("provisional", equalTo(true));
    }

    @Test
    void liaoning_takes_its_seven_tiers_and_shandong_any_base() {
        asks(SHENYANG)
                .queryParam("month", "2026-10")
                .queryParam("on", "2026-10-15")
                .get("/rules/tiers")
                .then()
                .statusCode(200)
                .body("chosenBy", equalTo("TIER"))
                .body("tiers.percent", contains(60, 70, 80, 90, 100, 200, 300))
                .body("tiers[4].base", equalTo("7555.00"));

        asks(WEIFANG)
                .get("/rules/tiers")
                .then()
                .statusCode(200)
                .body("chosenBy", equalTo("BASE"))
                .body("tiers", empty())
                .body("periods", containsInAnyOrder("MONTH", "QUARTER", "HALF_YEAR", "YEAR"));
    }

    @Test
    void shanghai_collects_the_medical_contribution_too() {
        asks(SHANGHAI)
                .get("/rules/rates")
                .then()
                .statusCode(200)
                .body("pension", equalTo("0.2"))
                .body("account", equalTo("0.08"))
                .body("medical", equalTo("0.1"))
                .body(
                        "provisions.parameter",
                        hasItems("310000/employee/medical-rate", "national/employee/account-rate"));
        asks(WEIFANG).get("/rules/rates").then().statusCode(200).body("medical", nullValue());
    }

    @Test
    void what_a_choice_costs_is_told_without_a_login_and_explained() {
        asks(WEIFANG)
                .queryParam("month", "2026-10")
                .queryParam("on", "2026-10-15")
                .queryParam("period", "QUARTER")
                .queryParam("base", "4573")
                .get("/rules/assessment")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(true))
                .body("pension", equalTo("914.60"))
                .body("account", equalTo("365.84"))
                .body("total", equalTo("2743.80"))
                .body("months", contains("2026-10", "2026-11", "2026-12"))
                .body("explanation.text.zh", containsString("2743.80"));
    }

    @Test
    void every_reason_against_a_choice_is_told_at_once() {
        asks(SHANGHAI)
                .queryParam("month", "2026-09")
                .queryParam("on", "2026-11-15")
                .queryParam("period", "YEAR")
                .queryParam("base", "100")
                .get("/rules/assessment")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(false))
                .body("reasons.code", contains("BASE_BELOW_LOWER_LIMIT", "PERIOD_CLOSED", "PERIOD_NOT_OFFERED"));
    }

    @Test
    void malformed_parameters_are_all_named_at_once() {
        given().queryParam("place", "37070")
                .queryParam("scheme", "employee")
                .queryParam("month", "2026-13")
                .queryParam("period", "WEEK")
                .queryParam("base", "-1")
                .queryParam("tierPercent", "sixty")
                .get("/rules/assessment")
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer.unique()",
                        containsInAnyOrder("/place", "/scheme", "/month", "/period", "/base", "/tierPercent"));
    }

    @Test
    void who_asks_again_is_told_that_nothing_has_changed() {
        var tag = asks(WEIFANG)
                .get("/rules/limits")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        asks(WEIFANG).header("If-None-Match", tag).get("/rules/limits").then().statusCode(304);
    }

    private static RequestSpecification asks(String place) {
        return given().queryParam("place", place).queryParam("scheme", "EMPLOYEE");
    }
}
