package org.lingbao.enrollment.standing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.lingbao.enrollment.standing.EmploymentTest.relations;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.enrollment.testing.Companies;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

/** An employer declares many at once, and takes back what was a mistake. Business day: 2026-09-01. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class DeclarationsTest {
    private static final int MOST = 5000;

    private final String code = Companies.next().code();
    private final String company =
            TestTokens.mint("chen.employer").claim("employer", code).token();

    @Test
    void every_line_is_answered_by_itself_with_all_reasons() {
        var good = Citizen.driver();
        var child = Citizen.born(LocalDate.of(2012, 5, 5));
        var employment = post("/employments", company, single(Citizen.driver()))
                .statusCode(201)
                .extract()
                .<String>path("employmentId");

        declare(
                        UUID.randomUUID().toString(),
                        hire(good, "2026-09-01"),
                        hire(child, "2027-03-01"),
                        "",
                        "{\"hire\": {\"identityNumber\": \"123\"}, \"leave\": {}}",
                        "not json",
                        "null",
                        leave(employment, "2026-09-20"),
                        leave(UUID.randomUUID().toString(), "2026-09-20"))
                .statusCode(200)
                .body("accepted", equalTo(2), "refused", equalTo(5))
                .body("lines.line", contains(1, 2, 4, 5, 6, 7, 8))
                .body("lines.status", contains(201, 422, 400, 400, 400, 200, 404))
                .body("lines[0].employmentId", notNullValue(), "lines[0].errors", nullValue())
                .body("lines[1].errors.code", containsInAnyOrder("UNDER_WORKING_AGE", "DAY_TOO_FAR_AHEAD"))
                .body("lines[1].errors.pointer", contains("/hire/startsOn", "/hire/startsOn"))
                .body("lines[1].errors[0].howToFix", notNullValue())
                .body("lines[2].errors", hasSize(6))
                .body("lines[5].employmentId", equalTo(employment));
    }

    @Test
    void the_whole_sent_again_under_its_key_doubles_nothing() {
        var key = UUID.randomUUID().toString();
        var lines = IntStream.range(0, 40)
                .mapToObj(i -> hire(Citizen.driver(), "2026-09-01"))
                .toArray(String[]::new);

        var first = declare(key, lines).statusCode(200).body("accepted", equalTo(40));
        var again = declare(key, lines).statusCode(200).body("accepted", equalTo(40));

        assertThat(again.extract().<List<String>>path("lines.employmentId"))
                .isEqualTo(first.extract().path("lines.employmentId"));
        assertThat(TestDatabase.number("select count(*) from employment where employer = ?", code))
                .isEqualTo(40);
    }

    @Test
    void what_was_interrupted_is_gone_on_with_and_another_line_under_the_key_is_told() {
        var key = UUID.randomUUID().toString();
        var first = hire(Citizen.driver(), "2026-09-01");
        var second = hire(Citizen.driver(), "2026-09-01");
        declare(key, first).statusCode(200).body("accepted", equalTo(1));

        declare(key, first, second).statusCode(200).body("accepted", equalTo(2));
        declare(key, second, second)
                .statusCode(200)
                .body("lines.status", contains(409, 201))
                .body("lines[0].errors.code", contains("IDEMPOTENCY_KEY_REUSED"));
        assertThat(TestDatabase.number("select count(*) from employment where employer = ?", code))
                .isEqualTo(2);
    }

    @Test
    void without_a_key_or_with_too_many_lines_nothing_is_read() {
        as(company)
                .contentType("application/x-ndjson")
                .body(hire(Citizen.driver(), "2026-09-01").getBytes(UTF_8))
                .post("/employments/declarations")
                .then()
                .statusCode(400)
                .body("errors.code", contains("IDEMPOTENCY_KEY_REQUIRED"));
        declare(
                        UUID.randomUUID().toString(),
                        IntStream.rangeClosed(0, MOST).mapToObj(i -> "{}").toArray(String[]::new))
                .statusCode(400)
                .body("errors.code", contains("TOO_MANY_LINES"));
        assertThat(TestDatabase.number("select count(*) from employment where employer = ?", code))
                .isZero();
    }

    @Test
    void what_was_declared_by_mistake_is_taken_back_and_the_months_are_as_if_it_had_never_been() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        citizen.enroll(personId).statusCode(201);
        var employment = post("/employments", company, single(citizen))
                .statusCode(201)
                .extract()
                .<String>path("employmentId");

        for (var time = 0; time < 2; time++) {
            post("/employments/" + employment + "/withdrawal", company, "")
                    .statusCode(200)
                    .body("withdrawnOn", equalTo("2026-09-01"), "from", nullValue(), "trace", nullValue());
        }

        assertThat(relations(personId))
                .containsExactly("EMPLOYED 2026-09-01 to 2026-08-01 OVERTAKEN", "FLEXIBLE 2026-09-01");
        assertThat(TestTopics.awaitKey("enrollment.person", personId, 10).stream()
                        .map(message -> String.valueOf(message.headers().get("ce_type")))
                        .filter("enrollment.employment-withdrawn.v1"::equals))
                .hasSize(1);
        post("/employments/" + employment + "/end", company, "{\"endedOn\": \"2026-09-20\"}")
                .statusCode(422)
                .body("errors.code", contains("EMPLOYMENT_WITHDRAWN"));
        post("/employments", company, single(citizen)).statusCode(201);
    }

    @Test
    void nobody_takes_back_what_another_declared() {
        var employment = post("/employments", company, single(Citizen.driver()))
                .statusCode(201)
                .extract()
                .<String>path("employmentId");

        post("/employments/" + employment + "/withdrawal", TestTokens.of("chen.employer"), "")
                .statusCode(404);
    }

    private ValidatableResponse declare(String key, String... lines) {
        return as(company)
                .contentType("application/x-ndjson")
                .header("Idempotency-Key", key)
                .body(List.of(lines).stream().collect(Collectors.joining("\n")).getBytes(UTF_8))
                .post("/employments/declarations")
                .then();
    }

    private static String single(Citizen citizen) {
        return """
               {"identityNumber": "%s", "name": "%s", "place": "370700", "startsOn": "2026-09-01"}""".formatted(citizen.number(), citizen.name());
    }

    private static String hire(Citizen citizen, String startsOn) {
        return "{\"hire\": " + single(citizen).replace("2026-09-01", startsOn) + "}";
    }

    private static String leave(String employment, String endedOn) {
        return "{\"leave\": {\"employmentId\": \"" + employment + "\", \"endedOn\": \"" + endedOn + "\"}}";
    }
}
