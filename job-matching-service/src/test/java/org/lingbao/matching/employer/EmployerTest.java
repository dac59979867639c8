package org.lingbao.matching.employer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.matching.story.Story.as;
import static org.lingbao.matching.story.Story.opens;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.matching.story.Story;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EmployerTest {
    private static final String COMPANY = "{\"name\": \"潍坊保洁有限公司\", \"contact\": \"13900000000\"}";

    @Test
    void a_company_is_the_one_of_its_token_and_registers_once() {
        var code = Story.newCode();
        var token = Story.companyToken(code);
        opens(token, "/employers", COMPANY)
                .then()
                .statusCode(201)
                .body("kind", equalTo("COMPANY"))
                .body("creditCode", equalTo(code))
                .body("contact", equalTo("139******00"));
        opens(token, "/employers", COMPANY).then().statusCode(409).body("errors.code", contains("EMPLOYER_EXISTS"));

        as(token)
                .body("{\"name\": \"潍坊保洁集团\"}")
                .put("/employers/me")
                .then()
                .statusCode(200)
                .body("name", equalTo("潍坊保洁集团"));
        as(token).get("/employers/me").then().statusCode(200).body("contact", equalTo(null));
        as(Story.companyToken()).get("/employers/me").then().statusCode(404);
    }

    @Test
    void a_telephone_is_kept_sealed() {
        opens(Story.companyToken(), "/employers", COMPANY.replace("13900000000", "13912345678"))
                .then()
                .statusCode(201);
        assertThat(TestDatabase.number("""
                        select (select count(*) from employer where position('13912345678'::bytea in contact) > 0)
                             + (select count(*) from idempotency where body like '%13912345678%')
                             + (select count(*) from outbox where payload like '%13912345678%')""")).isZero();
    }

    @Test
    void a_token_without_a_good_code_is_no_company() {
        opens(Story.companyToken("91370700MA0000001X"), "/employers", COMPANY)
                .then()
                .statusCode(422)
                .body("errors.code", contains("CREDIT_CODE_CHECK"));
        opens(TestTokens.mint("chen.employer").without("employer").token(), "/employers", COMPANY)
                .then()
                .statusCode(422)
                .body("errors.code", contains("CREDIT_CODE_FORMAT"));
    }

    @Test
    void a_household_is_a_person_whom_enrollment_knows_and_has_no_name() {
        var person = Story.person();
        opens(person.token(), "/employers", "{\"name\": \"某家\"}").then().statusCode(400);
        opens(person.token(), "/employers", "{}")
                .then()
                .statusCode(201)
                .body("kind", equalTo("HOUSEHOLD"))
                .body("name", equalTo(null));
        opens(person.token(), "/employers", "{}").then().statusCode(409);
    }

    @Test
    void who_is_not_known_yet_is_told_to_come_back() {
        opens(TestTokens.of("zhao.qiang"), "/employers", "{}")
                .then()
                .statusCode(404)
                .header("Retry-After", equalTo("1"));
    }

    @Test
    void a_company_has_a_name_and_a_key_is_required() {
        opens(Story.companyToken(), "/employers", "{}").then().statusCode(400);
        as(Story.companyToken())
                .body(COMPANY)
                .post("/employers")
                .then()
                .statusCode(400)
                .body("errors.code", contains("IDEMPOTENCY_KEY_REQUIRED"));
    }
}
