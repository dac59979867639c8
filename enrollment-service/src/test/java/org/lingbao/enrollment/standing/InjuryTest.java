package org.lingbao.enrollment.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.enrollment.testing.Companies;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

/** Employers insure against work injury (工伤保险), several at once, also who is past the age. Business day: 2026-09-01. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class InjuryTest {
    private final String company = company();

    @Test
    void whoever_is_past_the_age_is_insured_against_work_injury_alone() {
        var old = Citizen.born(LocalDate.of(1960, 1, 1));

        hire(company, old, "").statusCode(422).body("errors.code", contains("RETIRED_BEFORE_HIRING"));
        var employment = hire(company, old, ", \"schemes\": [\"INJURY\"]")
                .statusCode(201)
                .body("schemes", contains("INJURY"), "from", equalTo("2026-09"))
                .extract()
                .<String>path("employmentId");

        assertThat(relations(employment)).containsExactly("INJURY EMPLOYED 2026-09-01");
        post("/employments/" + employment + "/end", company, "{\"endedOn\": \"2026-09-20\"}")
                .statusCode(200)
                .body("to", equalTo("2026-09"));
        assertThat(relations(employment)).containsExactly("INJURY EMPLOYED 2026-09-01 to 2026-09-01 LEFT");
    }

    @Test
    void a_part_timer_has_several_employers_at_once_and_goes_on_as_a_flexible_worker() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        citizen.enroll(personId).statusCode(201);
        var partTime = ", \"partTime\": true, \"schemes\": [\"INJURY\"]";

        var employment =
                hire(company, citizen, partTime).statusCode(201).extract().<String>path("employmentId");
        hire(company(), citizen, partTime).statusCode(201);
        hire(company, citizen, partTime).statusCode(422).body("errors.code", contains("ALREADY_EMPLOYED_HERE"));

        assertThat(relations(employment))
                .containsExactlyInAnyOrder(
                        "EMPLOYEE FLEXIBLE 2026-09-01", "INJURY EMPLOYED 2026-09-01", "INJURY EMPLOYED 2026-09-01");
        assertThat(TestTopics.awaitKey("enrollment.person", personId, 8).stream()
                        .filter(message -> message.text().contains("\"scheme\":\"INJURY\"")))
                .hasSize(2);
    }

    @Test
    void an_employee_is_insured_in_both_and_a_mistake_takes_both_back() {
        var citizen = Citizen.driver();
        var employment = hire(company, citizen, ", \"schemes\": [\"EMPLOYEE\", \"INJURY\"]")
                .statusCode(201)
                .extract()
                .<String>path("employmentId");

        assertThat(relations(employment))
                .containsExactlyInAnyOrder("EMPLOYEE EMPLOYED 2026-09-01", "INJURY EMPLOYED 2026-09-01");
        post("/employments/" + employment + "/withdrawal", company, "").statusCode(200);
        assertThat(relations(employment))
                .containsExactlyInAnyOrder(
                        "EMPLOYEE EMPLOYED 2026-09-01 to 2026-08-01 OVERTAKEN",
                        "INJURY EMPLOYED 2026-09-01 to 2026-08-01 OVERTAKEN");
    }

    @Test
    void who_works_whole_days_is_an_employee_too_and_other_schemes_are_not_an_employers() {
        var citizen = Citizen.driver();

        hire(company, citizen, ", \"schemes\": [\"INJURY\"]")
                .statusCode(422)
                .body("errors.code", contains("EMPLOYEE_SCHEME_REQUIRED"));
        hire(company, citizen, ", \"schemes\": [\"RESIDENT\"]")
                .statusCode(400)
                .body("errors.code", hasItem("CONSTRAINT"));
        hire(company, citizen, ", \"schemes\": []").statusCode(400);
    }

    private static String company() {
        return TestTokens.mint("chen.employer")
                .claim("employer", Companies.next().code())
                .token();
    }

    private static ValidatableResponse hire(String company, Citizen citizen, String more) {
        return post("/employments", company, """
                {"identityNumber": "%s", "name": "%s", "place": "370700", "startsOn": "2026-09-01"%s}""".formatted(citizen.number(), citizen.name(), more));
    }

    private static List<String> relations(String employment) {
        return TestDatabase.query("""
                        select concat_ws(' ', scheme, standing, from_month, 'to ' || to_month, closed_because) as line
                        from relation where person_id = (
                            select person_id from employment where employment_id = cast(? as uuid))""", employment).stream()
                .map(row -> String.valueOf(row.get("line")))
                .toList();
    }
}
