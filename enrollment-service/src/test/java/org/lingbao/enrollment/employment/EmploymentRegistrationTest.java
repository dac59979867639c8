package org.lingbao.enrollment.employment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.Schemas;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

/** Flexible work is registered with its occupation (就业登记), and others hear of it. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EmploymentRegistrationTest {

    @Test
    void the_occupations_are_public_and_coded_by_the_national_classification() {
        given().get("/occupations")
                .then()
                .statusCode(200)
                .body("zh", hasItem("快递员"))
                .body("code", everyItem(matchesPattern("[1-8](-[0-9]{2}){3}")));
    }

    @Test
    void a_registration_is_one_event_that_matching_hears() {
        var citizen = Citizen.driver();
        var personId = citizen.register();

        String id = post("/employment-registrations", citizen.token(), registers(personId, "4-02-07-08"))
                .statusCode(201)
                .body("occupation", equalTo("4-02-07-08"))
                .body("registeredOn", equalTo("2026-09-01"))
                .extract()
                .path("registrationId");

        var message = TestTopics.awaitKey("enrollment.person", personId, 3).getLast();
        assertThat(message.headers()).containsEntry("ce_type", "enrollment.employment-registered.v1");
        assertThat(message.text()).contains(id, "\"occupation\":\"4-02-07-08\"", "\"channel\":\"MOBILE_12333\"");
        assertThat(Schemas.complaints("enrollment", "employment-registered", message.text()))
                .isEmpty();
    }

    @Test
    void another_occupation_ends_the_one_before_and_the_same_changes_nothing() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        post("/employment-registrations", citizen.token(), registers(personId, "4-02-07-08"))
                .statusCode(201);
        post("/employment-registrations", citizen.token(), registers(personId, "4-02-07-08"))
                .statusCode(201);
        post("/employment-registrations", citizen.token(), registers(personId, "4-02-07-10"))
                .statusCode(201);

        as(citizen.token())
                .get("/persons/" + personId + "/employment-registrations")
                .then()
                .statusCode(200)
                .body("", hasSize(2))
                .body("occupation", contains("4-02-07-08", "4-02-07-10"))
                .body("[0].endedOn", equalTo("2026-09-01"))
                .body("[1].endedOn", nullValue());
    }

    @Test
    void a_child_is_not_registered_and_the_reason_has_its_article() {
        var child = Citizen.born(LocalDate.of(2012, 1, 1));

        post("/employment-registrations", child.token(), registers(child.register(), "4-02-07-08"))
                .statusCode(422)
                .body("errors.code", contains("NOT_OF_WORKING_AGE"))
                .body("errors[0].citation", matchesPattern(".*劳动法.*"));
    }

    @Test
    void a_clerk_needs_the_persons_confirmation() {
        var personId = Citizen.driver().register();
        var body = registers(personId, "4-02-07-08").replace("MOBILE_12333", "AGENCY_COUNTER");

        post("/employment-registrations", TestTokens.of("li.clerk"), body)
                .statusCode(422)
                .body("errors.code", contains("CONFIRMATION_REQUIRED"));
    }

    @Test
    void an_unknown_occupation_is_answered_with_those_that_lie_near() {
        var citizen = Citizen.driver();

        post("/employment-registrations", citizen.token(), registers(citizen.register(), "4-02-07-77"))
                .statusCode(400)
                .body("errors.code", contains("UNKNOWN_OCCUPATION"))
                .body("errors[0].pointer", equalTo("/occupation"))
                .body("errors[0].detail", matchesPattern(".*: 4-02-07-08 快递员.*"));
    }

    private static String registers(String personId, String occupation) {
        return """
               {"personId": "%s", "occupation": "%s", "place": "370700", "form": "OTHER_FLEXIBLE",
                "channel": "MOBILE_12333"}""".formatted(personId, occupation);
    }
}
