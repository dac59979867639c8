package org.lingbao.matching.about;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class AboutResourceTest {

    @Test
    void it_says_whom_it_serves_and_follows_the_business_day() {
        given().get("/about")
                .then()
                .statusCode(200)
                .body("service", equalTo("job-matching"))
                .body("cell", equalTo("37"))
                .body("province", equalTo("山东省"))
                .body("businessDay", startsWith("2026-09-0"));

        given().auth()
                .oauth2(TestTokens.of("operator"))
                .contentType("application/json")
                .body("{\"day\": \"2026-09-02\"}")
                .post("/business-day")
                .then()
                .statusCode(200);

        given().get("/about").then().statusCode(200).body("businessDay", equalTo("2026-09-02"));
    }

    @Test
    void it_is_healthy_when_database_and_broker_are_there() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void nothing_else_is_open() {
        given().contentType("application/json")
                .body("{\"day\": \"2026-09-02\"}")
                .post("/business-day")
                .then()
                .statusCode(401)
                .body("errors[0].code", equalTo("UNAUTHENTICATED"));
        given().get("/nothing-here").then().statusCode(404).body("errors[0].code", equalTo("NOT_FOUND"));
    }
}
