package org.lingbao.enrollment.joining;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.lingbao.enrollment.testing.Citizen.application;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** Who may see and do what with an application. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EnrollmentAccessTest {
    private static final String CLERK_OF_WEIFANG = "li.clerk";
    private static final String CLERK_OF_QINGDAO = "zhou.clerk";

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
        var refused = child.enroll(personId).statusCode(422).extract();

        as(child.token())
                .get(refused.header("Location"))
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

        String id = post("/enrollments", clerk, application(personId).replace("\"MOBILE_12333\"", """
                        "TOWN_SERVICE_CENTER", "confirmation": {"kind": "PIN", "reference": "PAD-0001"}"""))
                .statusCode(201)
                .extract()
                .path("enrollmentId");

        assertThat(TestDatabase.query("""
                        select channel, cast(person_id as text) as person, actor_subject as actor, operator_place as place
                        from application where id = cast(? as uuid)""", id))
                .containsExactly(Map.of(
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

    private static long relationsOf(String personId) {
        return TestDatabase.number("select count(*) from relation where person_id = cast(? as uuid)", personId);
    }
}
