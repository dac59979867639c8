package org.lingbao.transfer.rules;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestStack;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class TransferLawTest {

    @Test
    void the_last_earlier_province_with_ten_years_pays() {
        given().queryParam("hukou", "210000")
                .queryParam("relationPlace", "310101")
                .queryParam("segment", "370700,2010-01,2020-10,130", "310101,2024-01,2025-12,24")
                .get("/rules/benefit-place")
                .then()
                .statusCode(200)
                .body("place", equalTo("370000"))
                .body("name", equalTo("山东省"))
                .body("ground", equalTo("EARLIER_TEN_YEARS"))
                .body("explanation.article", containsString("国办发〔2009〕66号"));
    }

    @Test
    void months_in_a_temporary_account_count_nowhere() {
        given().queryParam("hukou", "210000")
                .queryParam("relationPlace", "370700")
                .queryParam("segment", "310101,2010-01,2020-10,130,temporary")
                .queryParam("segment", "370700,2021-01,2022-12,24")
                .get("/rules/benefit-place")
                .then()
                .statusCode(200)
                .body("place", equalTo("210000"))
                .body("ground", equalTo("HUKOU_FALLBACK"));
    }

    @Test
    void what_is_wrong_with_a_career_is_told_at_once() {
        given().queryParam("hukou", "380000")
                .queryParam("segment", "370700,2010-01", "370700,2010-01,2009-01,3", "370700,2010-01,2010-03,3,sealed")
                .get("/rules/benefit-place")
                .then()
                .statusCode(400)
                .body("errors.pointer.unique()", containsInAnyOrder("/hukou", "/relationPlace", "/segment"))
                .body("errors.size()", equalTo(5));
    }

    @Test
    void the_contact_letter_is_due_after_fifteen_working_days() {
        given().queryParam("received", "2026-09-18")
                .queryParam("deadline", "TRANSFER_LETTER")
                .get("/rules/deadlines")
                .then()
                .statusCode(200)
                .body("deadlines.size()", equalTo(1))
                .body("deadlines[0].due", equalTo("2026-10-15"))
                .body("deadlines[0].explanation.article", containsString("66号"));
    }

    @Test
    void a_deadline_in_a_year_without_a_calendar_has_no_day() {
        given().queryParam("received", "2026-12-28")
                .get("/rules/deadlines")
                .then()
                .statusCode(200)
                .body("deadlines", everyItem(not(hasKey("due"))))
                .body("deadlines.calendarMissing", everyItem(equalTo(2027)));
    }

    @Test
    void an_unknown_deadline_is_answered_with_those_that_exist() {
        given().queryParam("received", "soon")
                .queryParam("deadline", "LETTER")
                .get("/rules/deadlines")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/received", "/deadline"))
                .body("errors.parameters.suggestions.toString()", containsString("TRANSFER_LETTER"));
    }

    @Test
    void who_asks_again_is_told_that_nothing_has_changed() {
        var tag =
                given().get("/rules/deadlines").then().statusCode(200).extract().header("ETag");
        given().header("If-None-Match", tag).get("/rules/deadlines").then().statusCode(304);
    }
}
