package org.lingbao.enrollment.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.enrollment.delegation.Pair.LAST;
import static org.lingbao.enrollment.delegation.Pair.TODAY;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.delegate;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** A delegate acts within purpose and days, and is a stranger beyond both. Business day: 2026-09-01. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ActingTest {

    @Test
    void a_delegate_who_may_look_sees_person_relations_and_months_and_each_look_is_recorded() {
        var pair = Pair.make();
        pair.person().enroll(pair.personId()).statusCode(201);
        pair.look("").statusCode(404);
        var delegation = pair.granted("VIEW");

        pair.look("").statusCode(200).body("personId", equalTo(pair.personId()));
        pair.look("/relations").statusCode(200).body("scheme", contains("EMPLOYEE"));
        pair.look("/standing").statusCode(200);

        assertThat(TestDatabase.query(
                        """
                        select action, purpose from audit where subject_id = cast(? as uuid) and actor = ? order by action""", pair.personId(), TestTokens.subject(pair.delegate().login())))
                .extracting(row -> row.get("action") + " " + row.get("purpose"))
                .containsExactly(
                        "person.view by delegation " + delegation,
                        "relations.view by delegation " + delegation,
                        "standing.view by delegation " + delegation);
    }

    @Test
    void a_delegate_enrolls_the_person_and_the_record_says_who_acted_and_by_what() {
        var pair = Pair.make();
        var delegation = pair.granted("ENROLL");

        String id = pair.enroll().statusCode(201).extract().path("enrollmentId");

        assertThat(TestDatabase.query("""
                        select cast(person_id as text) as person, actor_subject as actor, cast(delegation_id as text) as delegation
                        from application where id = cast(? as uuid)""", id))
                .containsExactly(Map.of(
                        "person",
                        pair.personId(),
                        "actor",
                        TestTokens.subject(pair.delegate().login()),
                        "delegation",
                        delegation));
        as(pair.person().token())
                .get("/persons/" + pair.personId() + "/relations")
                .then()
                .body("scheme", contains("EMPLOYEE"));
    }

    @Test
    void a_delegate_finds_what_they_applied_for_and_nothing_else_of_the_person() {
        var pair = Pair.make();
        post("/enrollments", pair.person().token(), Citizen.application(pair.personId(), "EMPLOYEE", true))
                .statusCode(422);
        var earlier = pair.granted("ENROLL");
        String mine = pair.enroll().statusCode(201).extract().path("enrollmentId");
        pair.revoke(earlier).statusCode(204);
        pair.look("/enrollments").statusCode(404);
        pair.grant("VIEW").statusCode(201);
        pair.look("/enrollments").statusCode(404);

        pair.grant("ENROLL").statusCode(201);

        pair.look("/enrollments").statusCode(200).body("enrollments.enrollmentId", contains(mine));
    }

    @Test
    void a_delegate_pauses_and_resumes_and_the_record_says_who_did() {
        var pair = Pair.make();
        var relation = relation(pair);
        pause(pair, relation, "pause", "2026-10").statusCode(404);
        var delegation = pair.granted("PAUSE");

        pause(pair, relation, "pause", "2026-10").statusCode(200);
        pause(pair, relation, "resume", "2026-12").statusCode(200);

        assertThat(TestDatabase.query("""
                        select kind, actor_subject, cast(delegation_id as text) as delegation from act
                        where person_id = cast(? as uuid) and kind like 'RELATION%' order by acted_at""", pair.personId()))
                .extracting(row -> row.get("kind") + " " + row.get("actor_subject") + " " + row.get("delegation"))
                .containsExactly(
                        "RELATION_PAUSED " + TestTokens.subject(pair.delegate().login()) + " " + delegation,
                        "RELATION_RESUMED " + TestTokens.subject(pair.delegate().login()) + " " + delegation);
    }

    @Test
    void what_a_person_does_alone_names_no_delegation() {
        var pair = Pair.make();
        pair.grant("ENROLL", "PAUSE", "VIEW").statusCode(201);
        var relation = relation(pair);
        post("/relations/" + relation + "/pause", pair.person().token(), """
                        {"fromMonth": "2026-10", "channel": "MOBILE_12333"}""").statusCode(200);

        assertThat(TestDatabase.number("""
                select count(*) from (select delegation_id from act where person_id = cast(? as uuid) union all
                    select delegation_id from application where person_id = cast(? as uuid)) done
                where delegation_id is not null""", pair.personId(), pair.personId())).isZero();
    }

    @Test
    void not_for_another_purpose() {
        var pair = Pair.make();
        var relation = relation(pair);

        var looking = pair.granted("VIEW");
        pair.enroll().statusCode(404);
        pause(pair, relation, "pause", "2026-10").statusCode(404);
        pair.revoke(looking).statusCode(204);

        pair.grant("ENROLL", "PAUSE").statusCode(201);
        for (var rest : List.of("", "/relations", "/standing")) {
            pair.look(rest).statusCode(404);
        }
    }

    @Test
    void not_for_another_person_and_not_the_other_way_round() {
        var pair = Pair.make();
        pair.grant("VIEW", "ENROLL", "PAUSE").statusCode(201);
        var stranger = Citizen.driver();
        var strangerId = stranger.register();

        as(pair.delegate().token()).get("/persons/" + strangerId).then().statusCode(404);
        as(stranger.token()).get("/persons/" + pair.personId()).then().statusCode(404);
        as(pair.person().token()).get("/persons/" + pair.delegateId()).then().statusCode(404);
        post("/enrollments", pair.person().token(), Citizen.application(pair.delegateId()))
                .statusCode(404);
    }

    @Test
    void not_before_its_first_day_and_not_after_its_last() {
        var pair = Pair.make();
        delegate(pair.personId(), pair.person(), pair.delegate(), "2026-09-02", "2026-09-04", "VIEW", "ENROLL")
                .statusCode(201)
                .body("state", equalTo("COMING"));
        pair.look("").statusCode(404);
        pair.enroll().statusCode(404);

        assertThat(worth(pair, "2026-09-01")).isZero();
        assertThat(worth(pair, "2026-09-02")).isEqualTo(1);
        assertThat(worth(pair, "2026-09-04")).isEqualTo(1);
        assertThat(worth(pair, "2026-09-05")).isZero();

        move(pair, "2026-08-01", "2026-08-31");
        pair.look("").statusCode(404);
        pair.enroll().statusCode(404);
        pair.delegations(pair.person(), pair.personId()).body("given.state", contains("OVER"));
        move(pair, "2026-08-01", TODAY);
        pair.look("").statusCode(200);
    }

    @Test
    void once_taken_back_it_is_worth_nothing_in_the_same_second() {
        var pair = Pair.make();
        var relation = relation(pair);
        var delegation = pair.granted("VIEW", "ENROLL", "PAUSE");
        pair.look("").statusCode(200);

        pair.revoke(delegation).statusCode(204);

        pair.look("").statusCode(404);
        pair.look("/relations").statusCode(404);
        pair.look("/standing").statusCode(404);
        pair.enroll().statusCode(404);
        pause(pair, relation, "pause", "2026-10").statusCode(404);
    }

    @Test
    void a_delegate_delegates_nothing_further_and_opens_no_other_door() {
        var pair = Pair.make();
        pair.grant("VIEW", "ENROLL", "PAUSE").statusCode(201);
        var third = Citizen.driver();
        var thirdId = third.register();
        var token = pair.delegate().token();
        var path = "/persons/" + pair.personId();

        delegate(pair.personId(), pair.delegate(), third, TODAY, LAST, "VIEW").statusCode(404);
        as(token).get(path + "/delegations").then().statusCode(404);
        post(path + "/consents", token, "{\"purpose\": \"STATEMENT_AT_TERMINAL\", \"version\": 1}")
                .statusCode(404);
        as(token).get(path + "/contacts").then().statusCode(404);
        as(token).get(path + "/documents").then().statusCode(404);
        as(token).get(path + "/evidence").then().statusCode(404);
        as(token).get(path + "/employment-registrations").then().statusCode(404);

        // what a delegate gives away is their own, not what they hold
        delegate(pair.delegateId(), pair.delegate(), third, TODAY, LAST, "VIEW", "ENROLL", "PAUSE")
                .statusCode(201);
        as(third.token()).get("/persons/" + pair.delegateId()).then().statusCode(200);
        as(third.token()).get(path).then().statusCode(404);
        post("/enrollments", third.token(), Citizen.application(pair.personId()))
                .statusCode(404);
        assertThat(thirdId).isNotEqualTo(pair.delegateId());
    }

    private static String relation(Pair pair) {
        pair.person().enroll(pair.personId()).statusCode(201);
        return as(pair.person().token())
                .get("/persons/" + pair.personId() + "/relations")
                .jsonPath()
                .getString("[0].relationId");
    }

    private static ValidatableResponse pause(Pair pair, String relation, String what, String month) {
        return post("/relations/" + relation + "/" + what, pair.delegate().token(), """
                        {"fromMonth": "%s", "channel": "MOBILE_12333"}""".formatted(month));
    }

    /** How many delegations open the door on this day. */
    private static long worth(Pair pair, String day) {
        return TestDatabase.number("""
                        select count(acts_for(l.issuer, l.subject, cast(? as uuid), 'VIEW', ?)) from login l
                        where l.person_id = cast(? as uuid)""", pair.personId(), LocalDate.parse(day), pair.delegateId());
    }

    /** As if it had been granted long ago. */
    private static void move(Pair pair, String from, String until) {
        var _ = TestDatabase.execute(
                "update delegation set granted_on = ?, from_day = ?, until_day = ? where person_id = cast(? as uuid)",
                LocalDate.parse(from),
                LocalDate.parse(from),
                LocalDate.parse(until),
                pair.personId());
    }
}
