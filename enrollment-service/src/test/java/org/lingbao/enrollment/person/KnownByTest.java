package org.lingbao.enrollment.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.delegate;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** Somebody is registered by a passport, and shows the citizen's number later: whoever names them by it means them. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class KnownByTest {
    private static final String CLERK = TestTokens.of("li.clerk");
    private static final String COMPANY = TestTokens.of("chen.employer");

    private final Citizen citizen = Citizen.driver();
    private String person;

    @BeforeEach
    void registered_by_a_passport_with_the_number_shown_later() {
        person = post("/persons", citizen.token(), """
                {"identityKind": "PASSPORT", "identityNumber": "P%s", "country": "USA", "birthDate": "1990-05-05",
                 "sex": "MALE", "name": "%s", "phone": "%s", "hukou": "370702"}""".formatted(
                                citizen.number().substring(10), citizen.name(), citizen.phone()))
                .statusCode(201)
                .extract()
                .path("personId");
        post("/persons/" + person + "/documents", CLERK, """
                {"identityKind": "RESIDENT", "identityNumber": "%s"}""".formatted(citizen.number()))
                .statusCode(201);
    }

    @Test
    void an_employer_who_hires_by_the_number_hires_the_person_who_is_there() {
        post("/employments", COMPANY, """
                {"identityNumber": "%s", "name": "%s", "place": "370700", "startsOn": "2026-09-15"}""".formatted(citizen.number(), citizen.name()))
                .statusCode(201);
        assertThat(TestDatabase.number("select count(*) from employment where person_id = cast(? as uuid)", person))
                .isEqualTo(1);
    }

    @Test
    void who_names_them_by_the_number_to_act_names_the_person_who_is_there() {
        var other = Citizen.driver();
        var named = other.register();
        delegate(named, other, citizen, "2026-09-01", "2026-12-31", "ENROLL", "VIEW")
                .statusCode(201);
        as(citizen.token()).get("/persons/" + named).then().statusCode(200).body("personId", equalTo(named));
    }
}
