package org.lingbao.contribution.rules;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestStack;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ForecastTest {

    @Test
    void what_the_law_puts_into_a_forecast_is_open_to_everybody_with_its_sources() {
        driver().get("/rules/forecast-inputs")
                .then()
                .statusCode(200)
                .body("retirement", equalTo("2034-04-15"))
                .body("age.years", equalTo(61))
                .body("age.months", equalTo(11))
                .body("minimumMonths", equalTo(210))
                .body("payoutMonths", equalTo("125.6"))
                .body("baseWage.amount", equalTo("7831.00"))
                .body("baseWage.provisional", equalTo(true))
                .body("creditingRate.rate", equalTo("0.015"))
                .body("explanations.rule", hasItem("retirement.age"))
                .body("explanations.article", everyItem(not(equalTo(""))));
    }

    @Test
    void who_pays_more_and_longer_is_told_what_it_gives() {
        var lowest = total(plan("60"));
        var all = total(plan("100"));
        var none = total(plan("100").queryParam("monthsAYear", "0"));

        assertThat(all).isGreaterThan(lowest);
        assertThat(lowest).isGreaterThan(none);
    }

    @Test
    void a_plan_that_cannot_be_paid_is_answered_with_every_reason() {
        plan("500")
                .queryParam("retire", "2026-01-01")
                .get("/rules/forecast")
                .then()
                .statusCode(200)
                .body("possible", equalTo(false))
                .body(
                        "reasons.code",
                        contains("BASE_ABOVE_UPPER_LIMIT", "RETIREMENT_DATE_NOT_OFFERED", "RETIREMENT_DATE_PASSED"));
    }

    @Test
    void what_is_malformed_or_does_not_fit_together_is_400() {
        driver().queryParam("months", "many")
                .queryParam("averageIndex", "-1")
                .queryParam("base", "5000")
                .queryParam("percent", "60")
                .get("/rules/forecast")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/months", "/averageIndex", "/base"));
        plan("60")
                .queryParam("preAccountMonths", "500")
                .get("/rules/forecast")
                .then()
                .statusCode(400)
                .body("errors.code", contains("CONSTRAINT"));
        plan("60")
                .queryParam("wageGrowth", "99999999")
                .get("/rules/forecast")
                .then()
                .statusCode(400)
                .body("errors.code", contains("CONSTRAINT"));
    }

    private static BigDecimal total(RequestSpecification plan) {
        return new BigDecimal(plan.get("/rules/forecast")
                .then()
                .statusCode(200)
                .body("possible", equalTo(true))
                .extract()
                .<String>path("expected.pension.total"));
    }

    private static RequestSpecification plan(String percent) {
        return driver().queryParam("months", "200")
                .queryParam("averageIndex", "0.62")
                .queryParam("balance", "61000")
                .queryParam("percent", percent);
    }

    private static RequestSpecification driver() {
        return given().queryParam("place", "370700")
                .queryParam("category", "MALE_60")
                .queryParam("birthDate", "1972-05-15")
                .queryParam("on", "2026-09-01");
    }
}
