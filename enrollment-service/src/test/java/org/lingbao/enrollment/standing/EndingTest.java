package org.lingbao.enrollment.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.lingbao.enrollment.standing.EmploymentTest.relations;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

/** An agency records what ends relations for good. Business day: 2026-09-01. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EndingTest {
    private static final String CLERK = TestTokens.of("li.clerk");

    @Test
    void a_death_ends_the_relations_of_all_schemes_and_the_other_services_hear_of_it() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        post("/enrollments", citizen.token(), Citizen.application(personId, "RESIDENT", false))
                .statusCode(201);
        post("/employments", TestTokens.of("chen.employer"), """
                        {"identityNumber": "%s", "name": "%s", "place": "370700", "startsOn": "2026-09-01", "partTime": true,
                         "schemes": ["INJURY"]}""".formatted(citizen.number(), citizen.name()))
                .statusCode(201);

        death(personId, "2026-08-31").statusCode(200).body("because", equalTo("DECEASED"), "last", equalTo("2026-08"));
        death(personId, "2026-08-31").statusCode(200);

        assertThat(relations(personId))
                .containsExactlyInAnyOrder(
                        "FLEXIBLE 2026-09-01 to 2026-08-01 OVERTAKEN", "EMPLOYED 2026-09-01 to 2026-08-01 OVERTAKEN");
        assertThat(types(personId)).filteredOn("person-deceased"::equals).hasSize(1);
        assertThat(types(personId)).endsWith("person-deceased", "relation-closed", "relation-closed");
        citizen.enroll(personId).statusCode(422).body("errors.code", contains("NOBODY_JOINS_AFTER_DEATH"));
    }

    @Test
    void the_month_of_the_death_is_the_last_and_everybody_sees_it() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        citizen.enroll(personId).statusCode(201);

        death(personId, "2026-09-01").statusCode(200);

        assertThat(relations(personId)).containsExactly("FLEXIBLE 2026-09-01 to 2026-09-01 DECEASED");
        as(CLERK)
                .get("/persons/" + personId + "/standing")
                .then()
                .statusCode(200)
                .body("state", equalTo("DECEASED"), "months.month", contains("2026-09"), "serviceMonths", equalTo(0));
        death(personId, "2027-01-01")
                .statusCode(422)
                .body("errors.code", containsInAnyOrder("DAY_IN_FUTURE", "PERSON_DECEASED"));
    }

    @Test
    void who_draws_a_pension_pays_no_more_and_joins_nothing() {
        var citizen = Citizen.born(LocalDate.of(1966, 6, 5));
        var personId = citizen.register();
        citizen.enroll(personId).statusCode(201);

        retirement(personId, "2026-06").statusCode(422).body("errors.code", contains("RETIREMENT_TOO_EARLY"));
        retirement(personId, "2026-10").statusCode(200).body("because", equalTo("RETIRED"));

        assertThat(relations(personId)).containsExactly("FLEXIBLE 2026-09-01 to 2026-09-01 RETIRED");
        citizen.enroll(personId).statusCode(422).body("errors.code", contains("DRAWING_PENSION"));
    }

    @Test
    void who_retired_before_the_ages_that_the_law_tells_draws_the_pension_since_any_month() {
        var personId = Citizen.born(LocalDate.of(1915, 6, 5)).register();

        retirement(personId, "1975-07").statusCode(200).body("because", equalTo("RETIRED"));
    }

    @Test
    void the_resident_scheme_pays_nobody_before_the_benefit_age() {
        retirement(Citizen.driver().register(), "RESIDENT", "2026-10")
                .statusCode(422)
                .body("errors.code", contains("RETIREMENT_TOO_EARLY"))
                .body("errors[0].detail", containsString("2050-06"))
                .body("errors[0].citation", containsString("国发〔2014〕8号"));
        retirement(Citizen.born(LocalDate.of(1966, 9, 10)).register(), "RESIDENT", "2026-10")
                .statusCode(200)
                .body("because", equalTo("RETIRED"));
    }

    @Test
    void nobody_is_hired_after_their_death_or_while_they_draw_the_employees_pension() {
        var dead = Citizen.driver();
        death(dead.register(), "2026-08-31").statusCode(200);
        var retired = Citizen.born(LocalDate.of(1966, 6, 5));
        var pensioner = retired.register();
        retirement(pensioner, "2026-09").statusCode(200);

        hire(dead, "2026-09-01", "").statusCode(422).body("errors.code", contains("NOBODY_JOINS_AFTER_DEATH"));
        hire(retired, "2026-09-01", "").statusCode(422).body("errors.code", contains("DRAWING_PENSION"));

        assertThat(relations(pensioner)).isEmpty();
        hire(dead, "2026-08-03", "").statusCode(201);
        hire(retired, "2026-09-01", ", \"partTime\": true, \"schemes\": [\"INJURY\"]")
                .statusCode(201);
    }

    @Test
    void what_is_given_up_ends_and_only_the_agency_records_it() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        citizen.enroll(personId).statusCode(201);
        var relation = as(citizen.token())
                .get("/persons/" + personId + "/relations")
                .jsonPath()
                .getString("[0].relationId");
        var path = "/relations/" + relation + "/termination";
        var body = "{\"on\": \"2026-09-01\", \"cause\": \"%s\", \"evidence\": \"ZZ-2026-1\"}";

        post(path, citizen.token(), body.formatted("LOST_NATIONALITY")).statusCode(403);
        post(path, CLERK, body.formatted("MINIMUM_NOT_REACHED"))
                .statusCode(422)
                .body("errors.code", contains("RETIREMENT_AGE_NOT_REACHED"));
        post(path, CLERK, body.formatted("LOST_NATIONALITY")).statusCode(200);

        assertThat(relations(personId)).containsExactly("FLEXIBLE 2026-09-01 to 2026-09-01 TERMINATED");
        assertThat(TestDatabase.number(
                        "select count(*) from audit where action = 'standing.end' and subject_id = cast(? as uuid)",
                        personId))
                .isEqualTo(1);
    }

    @Test
    void a_document_is_not_named_by_what_may_be_a_persons_number_or_phone() {
        var citizen = Citizen.driver();
        var personId = citizen.register();

        for (var number : List.of(citizen.number(), "SW-" + citizen.number(), citizen.phone())) {
            post("/persons/" + personId + "/death", CLERK, """
                    {"diedOn": "2026-09-01", "evidence": "%s"}""".formatted(number))
                    .statusCode(400);
            post("/persons/" + personId + "/retirement", CLERK, """
                    {"scheme": "EMPLOYEE", "fromMonth": "2026-10", "evidence": "%s"}""".formatted(number))
                    .statusCode(400);
            post("/relations/" + personId + "/termination", CLERK, """
                    {"on": "2026-09-01", "cause": "LOST_NATIONALITY", "evidence": "%s"}""".formatted(number))
                    .statusCode(400);
        }
    }

    @Test
    void the_history_shows_every_month_and_whether_it_counts() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        String employment = post(
                        "/employments", TestTokens.of("chen.employer"), """
                        {"identityNumber": "%s", "name": "%s", "place": "370700", "startsOn": "2026-05-15"}""".formatted(citizen.number(), citizen.name()))
                .statusCode(201)
                .extract()
                .path("employmentId");
        post("/employments/" + employment + "/end", TestTokens.of("chen.employer"), "{\"endedOn\": \"2026-08-10\"}")
                .statusCode(200);

        as(citizen.token())
                .get("/persons/" + personId + "/standing")
                .then()
                .statusCode(200)
                .body("state", equalTo("LEFT"), "serviceMonths", equalTo(4))
                .body("months.month", contains("2026-05", "2026-06", "2026-07", "2026-08"))
                .body("months.status", everyItem(is("EMPLOYED")))
                .body("months.countsAsService", everyItem(is(true)));
        as(Citizen.driver().token())
                .get("/persons/" + personId + "/standing")
                .then()
                .statusCode(404);
    }

    private static ValidatableResponse death(String personId, String on) {
        return post(
                "/persons/" + personId + "/death", CLERK, "{\"diedOn\": \"" + on + "\", \"evidence\": \"SW-2026-1\"}");
    }

    private static ValidatableResponse retirement(String personId, String from) {
        return retirement(personId, "EMPLOYEE", from);
    }

    private static ValidatableResponse retirement(String personId, String scheme, String from) {
        return post("/persons/" + personId + "/retirement", CLERK, """
                {"scheme": "%s", "fromMonth": "%s", "evidence": "TX-2026-1"}""".formatted(scheme, from));
    }

    private static ValidatableResponse hire(Citizen citizen, String startsOn, String more) {
        return post("/employments", TestTokens.of("chen.employer"), """
                {"identityNumber": "%s", "name": "%s", "place": "370700", "startsOn": "%s"%s}""".formatted(
                        citizen.number(), citizen.name(), startsOn, more));
    }

    private static List<String> types(String personId) {
        return TestTopics.awaitKey("enrollment.person", personId, 9).stream()
                .map(message ->
                        String.valueOf(message.headers().get("ce_type")).replaceAll("enrollment\\.(.*)\\.v1", "$1"))
                .toList();
    }
}
