package org.lingbao.enrollment.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.enrollment.standing.EmploymentTest.relations;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

/** Which months are left to whoever joins beside what an employer has, or had: none twice, and none lost. Business day: 2026-09-01. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class HiredLaterTest {
    private static final String COMPANY = TestTokens.of("chen.employer");

    private final Citizen citizen = Citizen.driver();
    private String personId;

    @BeforeEach
    void begin() {
        personId = citizen.register();
    }

    @Test
    void who_is_hired_from_a_later_month_pays_the_months_until_then() {
        var employment = hire("2026-10-01");

        citizen.enroll(personId).statusCode(201).body("from", equalTo("2026-09"));

        assertThat(relations(personId))
                .containsExactly("FLEXIBLE 2026-09-01 to 2026-09-01 HIRED", "EMPLOYED 2026-10-01");
        var told = TestTopics.awaitKey("enrollment.person", personId, 7);
        assertThat(told.get(5).text()).contains("\"from\":\"2026-09\"", "\"to\":\"2026-09\"", "FLEXIBLE");
        assertThat(told.getLast().text()).contains("\"because\":\"HIRED\"", "\"to\":\"2026-09\"");
        citizen.enroll(personId).statusCode(422).body("errors.code", contains("ALREADY_EMPLOYED_INSURED"));
        leave(employment, "2026-10-01");
        assertThat(relations(personId)).last().isEqualTo("FLEXIBLE 2026-11-01");
    }

    @Test
    void who_joins_before_a_short_employment_goes_on_after_it() {
        leave(hire("2026-10-01"), "2026-10-01");

        citizen.enroll(personId).statusCode(201).body("from", equalTo("2026-09"));

        assertThat(relations(personId))
                .containsExactly(
                        "FLEXIBLE 2026-09-01 to 2026-09-01 HIRED",
                        "EMPLOYED 2026-10-01 to 2026-10-01 LEFT",
                        "FLEXIBLE 2026-11-01");
    }

    @Test
    void the_month_in_which_a_relation_was_given_up_is_not_joined_again() {
        citizen.enroll(personId).statusCode(201);
        var relation = as(citizen.token())
                .get("/persons/" + personId + "/relations")
                .jsonPath()
                .getString("[0].relationId");
        post("/relations/" + relation + "/termination", TestTokens.of("li.clerk"), """
                {"on": "2026-09-01", "cause": "LOST_NATIONALITY", "evidence": "ZZ-2026-7"}""")
                .statusCode(200);

        citizen.enroll(personId).statusCode(201).body("from", equalTo("2026-10"));

        assertThat(relations(personId))
                .containsExactly("FLEXIBLE 2026-09-01 to 2026-09-01 TERMINATED", "FLEXIBLE 2026-10-01");
    }

    private String hire(String startsOn) {
        return post("/employments", COMPANY, """
                        {"identityNumber": "%s", "name": "%s", "place": "370700", "startsOn": "%s"}""".formatted(citizen.number(), citizen.name(), startsOn))
                .statusCode(201)
                .extract()
                .path("employmentId");
    }

    private static void leave(String employment, String endedOn) {
        post("/employments/" + employment + "/end", COMPANY, "{\"endedOn\": \"" + endedOn + "\"}")
                .statusCode(200);
    }
}
