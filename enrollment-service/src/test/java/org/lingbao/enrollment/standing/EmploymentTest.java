package org.lingbao.enrollment.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.identity.Caller;

/** An employer declares who was hired and who left. Business day: 2026-09-01. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EmploymentTest {
    private static final String COMPANY = TestTokens.of("chen.employer");
    private static final String THIEF = TestTokens.mint("chen.employer")
            .claim("employer", "91210200MA0000001M")
            .token();

    @Inject
    IdempotencyHeader keys;

    @Test
    void a_hire_closes_the_flexible_relation_and_leaving_makes_it_live_again() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        citizen.enroll(personId).statusCode(201);

        var employment = hire(citizen, "2026-09-15")
                .statusCode(201)
                .body("from", equalTo("2026-09"), "to", nullValue(), "trace.status", equalTo("UNCERTAIN"))
                .extract()
                .<String>path("employmentId");
        leave(COMPANY, employment, "2026-09-28").statusCode(200).body("to", equalTo("2026-09"));

        assertThat(relations(personId))
                .containsExactly(
                        "FLEXIBLE 2026-09-01 to 2026-08-01 OVERTAKEN",
                        "EMPLOYED 2026-09-01 to 2026-09-01 LEFT",
                        "FLEXIBLE 2026-10-01");
        assertThat(types(personId, 10))
                .containsExactly(
                        "person-registered",
                        "person-area-added",
                        "person-area-added",
                        "relation-opened",
                        "employment-started",
                        "relation-closed",
                        "relation-opened",
                        "employment-ended",
                        "relation-closed",
                        "relation-opened");
        as(citizen.token())
                .get("/persons/" + personId + "/relations")
                .then()
                .body("from", containsInAnyOrder("2026-09", "2026-10"));
    }

    @Test
    void whoever_nobody_had_registered_is_registered_and_may_add_the_rest_later() {
        var citizen = Citizen.driver();

        var employment = hire(citizen, "2026-09-01").statusCode(201).extract().<String>path("employmentId");
        var personId = personOf(employment);
        post("/persons", citizen.token(), citizen.registration())
                .statusCode(200)
                .body("personId", equalTo(personId), "hukou", equalTo("370702"));

        as(citizen.token()).get("/persons/me").then().statusCode(200).body("personId", equalTo(personId));
        as(TestTokens.of("li.clerk")).get("/persons/" + personId).then().statusCode(200);
        citizen.enroll(personId).statusCode(422).body("errors.code", hasItem("ALREADY_EMPLOYED_INSURED"));
    }

    @Test
    void who_joins_in_the_month_of_leaving_begins_with_the_next() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        var employment = hire(citizen, "2026-08-20").statusCode(201).extract().<String>path("employmentId");
        leave(COMPANY, employment, "2026-09-01").statusCode(200);

        citizen.enroll(personId).statusCode(201).body("from", equalTo("2026-10"));

        assertThat(relations(personId))
                .containsExactly("EMPLOYED 2026-08-01 to 2026-09-01 LEFT", "FLEXIBLE 2026-10-01");
    }

    @Test
    void a_refusal_lists_every_reason() {
        var child = Citizen.born(LocalDate.of(2012, 5, 5));

        hire(child, "2027-03-01")
                .statusCode(422)
                .body("errors.code", containsInAnyOrder("UNDER_WORKING_AGE", "DAY_TOO_FAR_AHEAD"));

        assertThat(TestDatabase.number(
                        "select count(*) from audit where action = 'employment.hire.in-vain' and subject_id is null"))
                .isPositive();
    }

    @Test
    void who_is_past_the_retirement_age_is_not_insured_as_an_employee() {
        hire(Citizen.born(LocalDate.of(1960, 1, 1)), "2026-09-01")
                .statusCode(422)
                .body("errors.code", containsInAnyOrder("RETIRED_BEFORE_HIRING"));
    }

    @Test
    void of_who_is_registered_under_another_name_nothing_else_is_told() {
        var citizen = Citizen.driver();
        var unused = citizen.register();
        hire(citizen, "2026-09-01").statusCode(201);

        post("/employments", COMPANY, body(citizen.number(), "钱别人", "370700", "2026-09-01"))
                .statusCode(422)
                .body("errors.code", containsInAnyOrder("IDENTITY_NOT_CONFIRMED"));
    }

    @Test
    void what_is_malformed_is_told_at_once() {
        post("/employments", COMPANY, body("123", "甲", "379900", "2026-09-01"))
                .statusCode(400)
                .body("errors.size()", org.hamcrest.Matchers.greaterThanOrEqualTo(2));
        post("/employments", COMPANY, body(Citizen.driver().number(), "甲", "210200", "2026-09-01"))
                .statusCode(400);
        post("/employments", COMPANY, body(Citizen.driver().number(), "甲", "370700", "2009-09-01"))
                .statusCode(400)
                .body("errors.code", containsInAnyOrder("RULES_NOT_LOADED"));
        post("/employments", COMPANY, body(Citizen.driver().number(), "甲", "370700", "soon"))
                .statusCode(400);
    }

    @Test
    void an_employers_employments_are_not_there_for_another() {
        var employment =
                hire(Citizen.driver(), "2026-09-01").statusCode(201).extract().<String>path("employmentId");

        leave(THIEF, employment, "2026-09-02").statusCode(404);
        as(THIEF).get("/employments/" + employment).then().statusCode(404);
        as(COMPANY).get("/employments/" + employment).then().statusCode(200).body("from", equalTo("2026-09"));
        leave(COMPANY, UUID.randomUUID().toString(), "2026-09-02").statusCode(404);
    }

    @Test
    void nobody_but_an_employer_hires() {
        var citizen = Citizen.driver();
        var body = body(citizen.number(), citizen.name(), "370700", "2026-09-01");
        for (var token : List.of(
                citizen.token(),
                TestTokens.of("li.clerk"),
                TestTokens.mint("chen.employer").without("employer").token(),
                TestTokens.mint("chen.employer")
                        .claim("employer", "91370700MA0000001X")
                        .token())) {
            post("/employments", token, body).statusCode(403);
        }
    }

    @Test
    void leaving_is_declared_once_and_not_before_the_first_day() {
        var employment =
                hire(Citizen.driver(), "2026-09-01").statusCode(201).extract().<String>path("employmentId");

        leave(COMPANY, employment, "2026-08-31")
                .statusCode(422)
                .body("errors.code", containsInAnyOrder("ENDED_BEFORE_START"));
        leave(COMPANY, employment, "2026-09-20").statusCode(200);
        leave(COMPANY, employment, "2026-09-20").statusCode(200);
        leave(COMPANY, employment, "2027-09-21")
                .statusCode(422)
                .body("errors.code", containsInAnyOrder("EMPLOYMENT_ALREADY_ENDED", "DAY_TOO_FAR_AHEAD"));
    }

    @Test
    void thirty_two_declarations_at_once_are_one_employment() throws Exception {
        var citizen = Citizen.driver();
        var body = body(citizen.number(), citizen.name(), "370700", "2026-09-01");
        try (var threads = Executors.newFixedThreadPool(32)) {
            var answers = threads
                    .invokeAll(IntStream.range(0, 32)
                            .<Callable<Integer>>mapToObj(any -> () -> post("/employments", COMPANY, body)
                                    .extract()
                                    .statusCode())
                            .toList())
                    .stream()
                    .collect(Collectors.groupingBy(future -> future.resultNow(), Collectors.counting()));
            assertThat(answers).containsEntry(201, 1L).containsEntry(422, 31L);
        }
    }

    @Test
    void under_one_key_it_is_the_same_answer() {
        var citizen = Citizen.driver();
        var key = UUID.randomUUID().toString();
        var body = body(citizen.number(), citizen.name(), "370700", "2026-09-01");

        var first = post("/employments", COMPANY, key, body).statusCode(201).extract();
        var again = post("/employments", COMPANY, key, body).statusCode(201).extract();

        assertThat(again.<String>path("employmentId")).isEqualTo(first.path("employmentId"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void what_the_release_before_took_under_a_key_is_the_same_request() {
        record Earlier(String identityNumber, String name, String place, LocalDate startsOn) {}
        var citizen = Citizen.driver();
        var key = UUID.randomUUID().toString();
        var body = body(citizen.number(), citizen.name(), "370700", "2026-09-01");
        var somebody = new Caller("issuer", "subject", "client", Set.of(), null, null, null, null, null);
        var asked = new Earlier(citizen.number(), citizen.name(), "370700", LocalDate.of(2026, 9, 1));
        var earlier = keys.key(somebody, "hire", key, asked);
        post("/employments", COMPANY, key, body).statusCode(201);

        var hash = new byte[earlier.bodyHash().remaining()];
        earlier.bodyHash().duplicate().get(hash);
        assertThat(TestDatabase.number(
                        "select count(*) from idempotency where key = ? and body_hash = ?", earlier.kept(), hash))
                .isEqualTo(1);
    }

    private static ValidatableResponse hire(Citizen citizen, String startsOn) {
        return post("/employments", COMPANY, body(citizen.number(), citizen.name(), "370700", startsOn));
    }

    private static ValidatableResponse leave(String token, String employment, String endedOn) {
        return post("/employments/" + employment + "/end", token, "{\"endedOn\": \"" + endedOn + "\"}");
    }

    private static String body(String number, String name, String place, String startsOn) {
        return """
               {"identityNumber": "%s", "name": "%s", "place": "%s", "startsOn": "%s"}""".formatted(number, name, place, startsOn);
    }

    private static String personOf(String employment) {
        return String.valueOf(
                TestDatabase.query("select person_id from employment where employment_id = cast(? as uuid)", employment)
                        .getFirst()
                        .get("person_id"));
    }

    private static List<String> types(String personId, int count) {
        return TestTopics.awaitKey("enrollment.person", personId, count).stream()
                .map(message ->
                        String.valueOf(message.headers().get("ce_type")).replaceAll("enrollment\\.(.*)\\.v1", "$1"))
                .toList();
    }

    static List<String> relations(String personId) {
        return TestDatabase.query(
                        "select concat_ws(' ', standing, from_month, 'to ' || to_month, closed_because) as line"
                                + " from relation where person_id = cast(? as uuid) order by from_month, to_month",
                        personId)
                .stream()
                .map(row -> String.valueOf(row.get("line")))
                .toList();
    }
}
