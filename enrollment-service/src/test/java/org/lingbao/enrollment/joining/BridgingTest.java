package org.lingbao.enrollment.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.lingbao.enrollment.testing.Citizen.application;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

/** A former payer of the resident scheme joins the employees': the older relation is kept for bridging (城乡养老保险制度衔接). */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class BridgingTest {
    private static final String COMPANY = TestTokens.of("chen.employer");

    @Test
    void a_residents_relation_is_suspended_from_the_first_month_of_the_employees_one_and_kept() {
        var citizen = Citizen.driver();
        var personId = resident(citizen);

        String relation = citizen.enroll(personId)
                .statusCode(201)
                .body("notices.code", contains("RESIDENT_RELATION_KEPT"))
                .body("notices[0].detail.zh", containsString("自2026-09起中止，不终止"))
                .body("notices[0].citation", containsString("衔接"))
                .extract()
                .path("relationId");

        assertThat(relations(personId))
                .containsExactlyInAnyOrder(
                        Map.of("scheme", "RESIDENT", "until", "2026-08-01", "kept", relation),
                        Map.of("scheme", "EMPLOYEE", "until", "", "kept", ""));
        as(citizen.token())
                .get("/persons/" + personId + "/relations")
                .then()
                .statusCode(200)
                .body("find { it.scheme == 'RESIDENT' }.endedBecause", equalTo("BRIDGED"))
                .body("find { it.scheme == 'RESIDENT' }.bridgedBy", equalTo(relation))
                .body("find { it.scheme == 'EMPLOYEE' }.endedBecause", nullValue());
        as(citizen.token())
                .get("/persons/" + personId + "/standing?scheme=RESIDENT")
                .then()
                .statusCode(200)
                .body("state", equalTo("BRIDGED"));
    }

    @Test
    void the_other_services_hear_that_it_is_bridged() {
        var citizen = Citizen.driver();
        var personId = resident(citizen);
        citizen.enroll(personId).statusCode(201);

        var closed = TestTopics.awaitKey("enrollment.person", personId, 6).stream()
                .filter(message ->
                        "enrollment.relation-closed.v1".equals(message.headers().get("ce_type")))
                .toList();

        assertThat(closed).hasSize(1);
        assertThat(closed.getFirst().text())
                .contains("\"because\":\"BRIDGED\"", "\"to\":\"2026-08\"", "\"scheme\":\"RESIDENT\"");
    }

    @Test
    void a_refused_application_suspends_nothing() {
        var citizen = Citizen.driver();
        var personId = resident(citizen);

        post("/enrollments", citizen.token(), application(personId, "EMPLOYEE", true))
                .statusCode(422)
                .body("errors.code", hasItem("DRAWING_PENSION"));

        assertThat(relations(personId)).extracting(row -> row.get("kept")).containsExactly("");
    }

    @Test
    void who_is_in_the_employees_scheme_is_not_let_into_the_residents_and_is_told_why_and_what_to_do() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        citizen.enroll(personId).statusCode(201);

        post("/enrollments", citizen.token(), application(personId, "RESIDENT", false))
                .statusCode(422)
                .body("errors.code", contains("ALREADY_IN_EMPLOYEE_SCHEME"))
                .body("errors[0].citation", containsString("国发〔2014〕8号"))
                .body("errors[0].howToFix", containsString("may be paused"));

        assertThat(relations(personId)).extracting(row -> row.get("scheme")).containsExactly("EMPLOYEE");
    }

    @Test
    void a_hire_suspends_a_residents_relation_as_joining_does() {
        var citizen = Citizen.driver();
        var personId = resident(citizen);

        var employment = hire(citizen, "2026-09-10");

        assertThat(relations(personId))
                .containsExactlyInAnyOrder(
                        Map.of("scheme", "RESIDENT", "until", "2026-08-01", "kept", employment),
                        Map.of("scheme", "EMPLOYEE", "until", "", "kept", ""));
        assertThat(TestTopics.awaitKey("enrollment.person", personId, 7)
                        .getLast()
                        .text())
                .contains("\"because\":\"BRIDGED\"", "\"to\":\"2026-08\"", "\"scheme\":\"RESIDENT\"");
    }

    @Test
    void a_hire_that_becomes_known_late_leaves_no_month_in_both() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        post("/enrollments", citizen.token(), application(personId, "RESIDENT", false))
                .statusCode(201);

        var employment = hire(citizen, "2026-07-15");
        leave(employment, "2026-09-01");

        assertThat(relations(personId))
                .containsExactlyInAnyOrder(
                        Map.of("scheme", "RESIDENT", "until", "2026-08-01", "kept", employment),
                        Map.of("scheme", "EMPLOYEE", "until", "2026-09-01", "kept", ""));
        post("/enrollments", citizen.token(), application(personId, "RESIDENT", false))
                .statusCode(201)
                .body("from", equalTo("2026-10"));
    }

    @Test
    void a_hire_that_is_taken_back_lets_the_residents_relation_go_on() {
        var citizen = Citizen.driver();
        var personId = resident(citizen);
        var employment = hire(citizen, "2026-09-10");

        post("/employments/" + employment + "/withdrawal", COMPANY, "{}").statusCode(200);

        assertThat(relations(personId))
                .containsExactlyInAnyOrder(
                        Map.of("scheme", "RESIDENT", "until", "", "kept", ""),
                        Map.of("scheme", "EMPLOYEE", "until", "2026-08-01", "kept", ""));
    }

    private static String hire(Citizen citizen, String startsOn) {
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

    /** Has been in the resident scheme since January. */
    private static String resident(Citizen citizen) {
        var personId = citizen.register();
        post("/enrollments", citizen.token(), application(personId, "RESIDENT", false))
                .statusCode(201);
        var moved = TestDatabase.execute(
                "update relation set from_month = '2026-01-01' where person_id = cast(? as uuid)", personId);
        assertThat(moved).isEqualTo(1);
        return personId;
    }

    private static List<Map<String, Object>> relations(String personId) {
        return TestDatabase.query("""
                select scheme, coalesce(cast(to_month as text), '') as until, coalesce(cast(bridged_by as text), '') as kept
                from relation where person_id = cast(? as uuid)""", Objects.requireNonNull(personId)).stream()
                .<Map<String, Object>>map(Map::copyOf)
                .toList();
    }
}
