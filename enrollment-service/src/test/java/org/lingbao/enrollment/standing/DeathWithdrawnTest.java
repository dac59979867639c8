package org.lingbao.enrollment.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.lingbao.enrollment.standing.EmploymentTest.relations;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.enrollment.testing.Matched;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

/** A death that was recorded by mistake is as if it had never been told. Business day: 2026-09-01. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class DeathWithdrawnTest {
    private static final String CLERK = TestTokens.of("li.clerk");
    private static final String OTHER =
            TestTokens.mint("zhou.clerk").claim("org", "370700").token();

    private final Citizen citizen = Citizen.driver();
    private String personId;

    @BeforeEach
    void begin() {
        personId = citizen.register();
    }

    @Test
    void what_the_death_ended_goes_on_with_its_pauses_and_the_withdrawal_is_told_last() {
        citizen.enroll(personId).statusCode(201);
        var relation = as(citizen.token())
                .get("/persons/" + personId + "/relations")
                .jsonPath()
                .getString("[0].relationId");
        post("/relations/" + relation + "/pause", citizen.token(), """
                        {"fromMonth": "2026-11", "channel": "MOBILE_12333"}""").statusCode(200);
        var before = relations(personId);
        dies(personId, "2026-09-01");
        assertThat(relations(personId)).containsExactly("FLEXIBLE 2026-09-01 to 2026-09-01 DECEASED");

        withdraws(OTHER, personId, "2026-09-01", "CX-2026-1")
                .statusCode(200)
                .body("personId", equalTo(personId), "live", contains(relation))
                .body("toDo.code", contains("PLANS_AFTER_DEATH_WITHDRAWN", "MONTHS_AFTER_DEATH_WITHDRAWN"));

        assertThat(relations(personId)).isEqualTo(before);
        assertThat(TestDatabase.query(
                                "select cast(paused as text) as paused from relation where id = cast(? as uuid)",
                                relation)
                        .toString())
                .contains("[2026-11-01,");
        as(CLERK).get("/persons/" + personId + "/standing").then().body("state", equalTo("ACTIVE"));
        assertThat(types(personId, 11))
                .endsWith(
                        "person-deceased",
                        "relation-closed",
                        "relation-resumed",
                        "relation-opened",
                        "relation-paused",
                        "person-death-withdrawn");
        assertThat(TestDatabase.number(
                        "select count(*) from audit where action = 'death.withdraw' and subject_id = cast(? as uuid)",
                        personId))
                .isEqualTo(1);
    }

    @Test
    void relations_of_all_schemes_that_had_no_month_left_have_theirs_again() {
        post("/enrollments", citizen.token(), Citizen.application(personId, "RESIDENT", false))
                .statusCode(201);
        post("/employments", TestTokens.of("chen.employer"), """
                        {"identityNumber": "%s", "name": "%s", "place": "370700", "startsOn": "2026-09-01", "partTime": true,
                         "schemes": ["INJURY"]}""".formatted(citizen.number(), citizen.name()))
                .statusCode(201);
        var before = relations(personId);
        dies(personId, "2026-08-31");

        withdraws(OTHER, personId, "2026-08-31", "CX-2026-1").statusCode(200).body("live", hasSize(2));

        assertThat(relations(personId)).containsExactlyInAnyOrderElementsOf(before);
        as(TestTokens.of("operator"))
                .get("/figures/insured/check")
                .then()
                .statusCode(200)
                .body("agrees", equalTo(true));
    }

    @Test
    void who_recorded_it_does_not_withdraw_it_and_every_reason_is_told() {
        dies(personId, "2026-09-01");

        withdraws(CLERK, personId, "2026-08-30", "SW-2026-1")
                .statusCode(422)
                .body(
                        "errors.code",
                        contains(
                                "DEATH_ON_OTHER_DAY", "WITHDRAWAL_BY_WHO_RECORDED", "WITHDRAWAL_NEEDS_OTHER_DOCUMENT"));
        post("/persons/" + personId + "/death/withdrawal", citizen.token(), "{}")
                .statusCode(403);
        post("/persons/" + personId + "/death/withdrawal", TestTokens.of("zhou.clerk"), """
                {"diedOn": "2026-09-01", "because": "ANOTHER_PERSON", "evidence": "CX-1"}""")
                .statusCode(404);
        post("/persons/" + personId + "/death/withdrawal", OTHER, """
                {"diedOn": "2026-09-01", "because": "IT_WAS_WRONG", "evidence": "%s"}""".formatted(citizen.number()))
                .statusCode(400)
                .body("errors", hasSize(2));

        citizen.enroll(personId).statusCode(422).body("errors.code", contains("NOBODY_JOINS_AFTER_DEATH"));
        withdraws(OTHER, personId, "2026-09-01", "CX-2026-1").statusCode(200);
        citizen.enroll(personId).statusCode(201);
    }

    @Test
    void withdrawn_twice_it_is_withdrawn_once() {
        citizen.enroll(personId).statusCode(201);
        dies(personId, "2026-09-01");

        var first = withdraws(OTHER, personId, "2026-09-01", "CX-2026-1").statusCode(200);
        var second = withdraws(OTHER, personId, "2026-09-01", "CX-2026-1").statusCode(200);

        assertThat(second.extract().asString()).isEqualTo(first.extract().asString());
        withdraws(OTHER, personId, "2026-09-01", "CX-2026-2")
                .statusCode(422)
                .body("errors.code", contains("DEATH_NOT_RECORDED"));
        assertThat(types(personId, 8))
                .filteredOn("person-death-withdrawn"::equals)
                .hasSize(1);
    }

    @Test
    void who_really_dies_later_is_dead_whoever_repeats_the_withdrawal() {
        citizen.enroll(personId).statusCode(201);
        dies(personId, "2026-08-20");
        withdraws(OTHER, personId, "2026-08-20", "CX-2026-1").statusCode(200);

        dies(personId, "2026-09-01");
        withdraws(OTHER, personId, "2026-08-20", "CX-2026-1").statusCode(200).body("live", hasSize(0));

        assertThat(relations(personId)).containsExactly("FLEXIBLE 2026-09-01 to 2026-09-01 DECEASED");
        assertThat(TestDatabase.query("""
                        select concat_ws(' ', day, withdrawn_because) as death from ending
                        where person_id = cast(? as uuid) order by day""", personId))
                .extracting(row -> row.get("death"))
                .containsExactly("2026-08-20 ENTRY_ERROR", "2026-09-01");
    }

    @Test
    void under_a_merged_number_it_is_the_survivors() {
        var twin = citizen.twin();
        var survivor = twin.register();
        twin.enroll(survivor).statusCode(201);
        merge(personId, survivor);
        dies(personId, "2026-09-01");

        withdraws(OTHER, personId, "2026-09-01", "CX-2026-1")
                .statusCode(200)
                .body("personId", equalTo(survivor), "live", hasSize(1));

        assertThat(types(survivor, 8)).endsWith("relation-opened", "person-death-withdrawn");
    }

    @Test
    void what_a_merge_brought_to_who_was_on_record_as_dead_goes_on_and_nobody_is_in_two_pensions() {
        var twin = citizen.twin();
        var survivor = twin.register();
        twin.enroll(survivor).statusCode(201);
        post("/enrollments", citizen.token(), Citizen.application(personId, "RESIDENT", false))
                .statusCode(201);
        dies(survivor, "2026-09-01");
        merge(personId, survivor);
        assertThat(live(survivor)).isEmpty();

        withdraws(OTHER, survivor, "2026-09-01", "CX-2026-1").statusCode(200).body("live", hasSize(1));

        assertThat(live(survivor)).containsExactly("EMPLOYEE");
        as(TestTokens.of("operator")).get("/figures/insured/check").then().body("agrees", equalTo(true));
        assertThat(types(survivor, 10)).endsWith("relation-closed", "relation-opened", "person-death-withdrawn");
    }

    @Test
    void what_was_joined_before_a_merge_goes_on_at_who_was_on_record_as_dead() {
        var survivor = citizen.twin().register();
        citizen.enroll(personId).statusCode(201);
        dies(survivor, "2026-08-31");
        merge(personId, survivor);

        withdraws(OTHER, survivor, "2026-08-31", "CX-2026-1").statusCode(200).body("live", hasSize(1));

        assertThat(live(survivor)).containsExactly("EMPLOYEE");
    }

    private static void dies(String person, String on) {
        post("/persons/" + person + "/death", CLERK, "{\"diedOn\": \"" + on + "\", \"evidence\": \"SW-2026-1\"}")
                .statusCode(200);
    }

    private static ValidatableResponse withdraws(String clerk, String person, String diedOn, String evidence) {
        return post("/persons/" + person + "/death/withdrawal", clerk, """
                {"diedOn": "%s", "because": "ENTRY_ERROR", "evidence": "%s"}""".formatted(diedOn, evidence));
    }

    private static void merge(String merged, String survivor) {
        post(
                        "/possible-matches/" + Matched.pair(merged, survivor) + "/decision",
                        CLERK,
                        "{\"decision\": \"SAME\", \"survivorId\": \"" + survivor + "\"}")
                .statusCode(200);
    }

    private static List<String> live(String person) {
        return TestDatabase.query(
                        "select scheme from relation where person_id = cast(? as uuid) and to_month is null", person)
                .stream()
                .map(row -> String.valueOf(row.get("scheme")))
                .toList();
    }

    private static List<String> types(String person, int atLeast) {
        return TestTopics.awaitKey("enrollment.person", person, atLeast).stream()
                .map(message ->
                        String.valueOf(message.headers().get("ce_type")).replaceAll("enrollment\\.(.*)\\.v1", "$1"))
                .toList();
    }
}
