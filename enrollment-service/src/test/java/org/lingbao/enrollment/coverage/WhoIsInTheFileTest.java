package org.lingbao.enrollment.coverage;

import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.enrollment.coverage.Feeds.announce;
import static org.lingbao.enrollment.coverage.Feeds.compare;
import static org.lingbao.enrollment.coverage.Feeds.compared;
import static org.lingbao.enrollment.coverage.Feeds.line;
import static org.lingbao.enrollment.coverage.Feeds.lines;
import static org.lingbao.enrollment.coverage.Feeds.part;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class WhoIsInTheFileTest {
    private static final String CLERK = TestTokens.of("li.clerk");
    private static final String COMMUNITY = "370725003205";

    @Test
    void who_has_died_is_neither_insured_nor_visited() {
        var citizen = Citizen.driver();
        var person = citizen.register();
        citizen.enroll(person).statusCode(201);
        post("/persons/" + person + "/death", CLERK, """
                {"diedOn": "2026-08-30", "evidence": "SW-2026-1"}""").statusCode(200);

        inFile(citizen).body("insured", equalTo(0), "uninsured", equalTo(0), "ended", equalTo(1), "tasks", equalTo(0));
    }

    @Test
    void who_is_insured_under_a_passport_is_found_by_the_number_that_was_shown_later() {
        var citizen = Citizen.driver();
        String person = post("/persons", citizen.token(), """
                {"identityKind": "PASSPORT", "identityNumber": "P%s", "country": "USA", "birthDate": "1990-05-05",
                 "sex": "MALE", "name": "%s", "phone": "%s", "hukou": "370702"}""".formatted(
                                citizen.number().substring(10), citizen.name(), citizen.phone()))
                .statusCode(201)
                .extract()
                .path("personId");
        citizen.enroll(person).statusCode(201);
        inFile(citizen).body("insured", equalTo(0), "uninsured", equalTo(1));

        post("/persons/" + person + "/documents", CLERK, """
                {"identityKind": "RESIDENT", "identityNumber": "%s"}""".formatted(citizen.number()))
                .statusCode(201);

        inFile(citizen).body("insured", equalTo(1), "uninsured", equalTo(0));
    }

    /** Each file is another one: beside the citizen it has somebody else, of another county. */
    private static ValidatableResponse inFile(Citizen citizen) {
        var parts = List.of(lines(line(citizen, COMMUNITY), line(Citizen.driver(), "370702001001")));
        var feed = announce("370725003", parts);
        part(feed, 1, parts.getFirst()).statusCode(200);
        compare(feed).statusCode(202);
        return compared(feed);
    }
}
