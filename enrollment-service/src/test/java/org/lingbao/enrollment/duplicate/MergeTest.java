package org.lingbao.enrollment.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.lingbao.enrollment.duplicate.MatchDesk.CLERK;
import static org.lingbao.enrollment.duplicate.MatchDesk.SOON;
import static org.lingbao.enrollment.duplicate.MatchDesk.decide;
import static org.lingbao.enrollment.duplicate.MatchDesk.hire;
import static org.lingbao.enrollment.duplicate.MatchDesk.lookup;
import static org.lingbao.enrollment.duplicate.MatchDesk.paid;
import static org.lingbao.enrollment.duplicate.MatchDesk.status;
import static org.lingbao.enrollment.duplicate.MatchDesk.told;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.enrollment.testing.Matched;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

/** Who is merged keeps both histories, and is one person, whatever comes at once or late. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class MergeTest {
    @Test
    void one_person_has_both_histories_and_what_was_joined_goes_on() {
        var one = Citizen.driver();
        var twin = one.twin();
        var merged = one.register();
        one.enroll(merged).statusCode(201);
        post(
                        "/persons/" + merged + "/consents",
                        one.token(),
                        "{\"purpose\": \"STATEMENT_AT_TERMINAL\", \"version\": 1}")
                .statusCode(201);
        var survivor = twin.register();

        decide(CLERK, Matched.pair(merged, survivor), "SAME", survivor)
                .statusCode(200)
                .body("survivorId", equalTo(survivor));

        for (var citizen : List.of(one, twin)) {
            as(citizen.token()).get("/persons/me").then().body("personId", equalTo(survivor));
            as(citizen.token()).get("/persons/" + merged).then().body("survivorId", equalTo(survivor));
            lookup(citizen).body("personId", equalTo(survivor));
            as(citizen.token())
                    .get("/persons/" + survivor + "/relations")
                    .then()
                    .body("scheme", contains("EMPLOYEE"))
                    .body("from", contains("2026-09"));
            post("/persons", citizen.token(), citizen.registration())
                    .statusCode(200)
                    .body("personId", equalTo(survivor));
        }
        one.enroll(merged).statusCode(422).body("errors.code", hasItem("ALREADY_ENROLLED"));
        assertThat(TestTopics.awaitKey("enrollment.person", merged, 8))
                .extracting(message -> message.headers().get("ce_type"))
                .containsSubsequence(
                        "enrollment.relation-opened.v1",
                        "enrollment.relation-closed.v1",
                        "enrollment.consent-revoked.v1",
                        "enrollment.person-merged.v1");
        assertThat(TestDatabase.number("""
                select count(*) from application where person_id = cast(? as uuid)""", merged))
                .as("an application is never changed")
                .isEqualTo(1);
    }

    @Test
    void who_had_joined_under_both_numbers_is_in_one_relation() {
        var one = Citizen.driver();
        var twin = one.twin();
        var merged = one.register();
        var survivor = twin.register();
        one.enroll(merged).statusCode(201);
        twin.enroll(survivor).statusCode(201);

        decide(CLERK, Matched.pair(merged, survivor), "SAME", survivor).statusCode(200);

        assertThat(TestDatabase.number("""
                select count(*) from relation where person_id in (select same_person(cast(? as uuid))) and to_month is null""", merged)).isEqualTo(1);
        as(TestTokens.of("operator"))
                .get("/figures/insured/check")
                .then()
                .statusCode(200)
                .body("agrees", equalTo(true));
    }

    @Test
    void who_has_money_remains_and_of_two_who_have_neither_is_merged() {
        var one = Citizen.driver();
        var twin = one.twin();
        var first = one.register();
        var second = twin.register();
        var match = Matched.pair(first, second);
        paid(first, "2026-09");

        decide(CLERK, match, "SAME", second).statusCode(422).body("errors.code", contains("MATCH_MERGED_HAS_MONEY"));
        hire(twin);
        paid(second, "2026-10");
        decide(CLERK, match, "SAME", first)
                .statusCode(422)
                .body("errors.code", contains("MATCH_BOTH_HAVE_MONEY", "MATCH_MERGED_EMPLOYED"));
        decide(CLERK, match, "SAME", second).statusCode(422).body("errors.code", contains("MATCH_BOTH_HAVE_MONEY"));
        assertThat(TestDatabase.number(
                        "select count(*) from person where id = cast(? as uuid) and survivor_id is null", first))
                .isEqualTo(1);
    }

    @Test
    void what_was_paid_or_moved_before_anybody_asked_whether_there_is_money_is_money() {
        for (var before : List.of(
                "insert into paid_month (person_id, month) values (cast(? as uuid), date '2026-08-01')",
                "insert into moved_out (person_id, completed_on, province) values (cast(? as uuid), date '2026-08-01', '370000')")) {
            var one = Citizen.driver();
            var merged = one.register();
            var survivor = one.twin().register();
            var match = Matched.pair(merged, survivor);
            var _ = TestDatabase.execute(before, merged);

            decide(CLERK, match, "SAME", survivor)
                    .statusCode(422)
                    .body("errors.code", contains("MATCH_MERGED_HAS_MONEY"));
        }
    }

    @Test
    void a_years_payment_another_schemes_month_and_what_came_from_elsewhere_are_money() {
        for (var event :
                List.of("contribution.year-paid.v1", "contribution.month-paid.v1", "transfer.transfer-completed.v1")) {
            var one = Citizen.driver();
            var merged = one.register();
            var survivor = one.twin().register();
            var match = Matched.pair(merged, survivor);
            told(event, merged);

            decide(CLERK, match, "SAME", survivor)
                    .statusCode(422)
                    .body("errors.code", contains("MATCH_MERGED_HAS_MONEY"));
        }
    }

    @Test
    void what_is_told_late_of_who_was_merged_is_the_survivors() {
        var one = Citizen.driver();
        var merged = one.register();
        var survivor = one.twin().register();
        decide(CLERK, Matched.pair(merged, survivor), "SAME", survivor).statusCode(200);

        paid(merged, "2026-09");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(TestDatabase.query("""
                select cast(person_id as text) as person from paid_month
                where person_id in (cast(? as uuid), cast(? as uuid))""", merged, survivor))
                        .containsExactly(Map.of("person", survivor)));
    }

    @Test
    void three_who_are_merged_at_once_point_to_one_and_nobody_in_a_circle() throws Exception {
        var one = Citizen.driver();
        var ids = List.of(one.register(), one.twin().register(), one.twin().register());
        var matches = List.of(
                Matched.pair(ids.get(0), ids.get(1)),
                Matched.pair(ids.get(1), ids.get(2)),
                Matched.pair(ids.get(2), ids.get(0)));

        try (var at = Executors.newFixedThreadPool(3)) {
            var all = at.invokeAll(List.<Callable<Integer>>of(
                    () -> status(matches.get(0), ids.get(0)),
                    () -> status(matches.get(1), ids.get(1)),
                    () -> status(matches.get(2), ids.get(2))));
            for (var one_of_them : all) {
                assertThat(one_of_them.get()).isIn(200, 422);
            }
        }

        assertThat(TestDatabase.number("""
                select count(*) from person p join person s on s.id = p.survivor_id where s.survivor_id is not null""")).isZero();
        assertThat(TestDatabase.number("""
                select count(*) from person where survivor_id is null and id in (cast(? as uuid), cast(? as uuid), cast(? as uuid))""", ids.toArray())).isEqualTo(1);
    }

    @Test
    void two_who_say_the_opposite_at_once_are_not_both_right() throws Exception {
        var one = Citizen.driver();
        var first = one.register();
        var second = one.twin().register();
        var match = Matched.pair(first, second);

        try (var at = Executors.newFixedThreadPool(2)) {
            var all = at.invokeAll(List.<Callable<Integer>>of(() -> status(match, first), () -> status(match, second)));
            assertThat(List.of(all.get(0).get(), all.get(1).get())).containsExactlyInAnyOrder(200, 422);
        }
    }

    @Test
    void who_survived_a_merge_can_be_merged_and_takes_the_others_along() {
        var one = Citizen.driver();
        var first = one.register();
        var second = one.twin().register();
        decide(CLERK, Matched.pair(first, second), "SAME", second).statusCode(200);
        var third = one.twin().register();

        decide(CLERK, Matched.pair(second, third), "SAME", third).statusCode(200);

        lookup(one).body("personId", equalTo(third));
        as(one.token()).get("/persons/me").then().body("personId", equalTo(third));
        assertThat(TestDatabase.number("select count(*) from person where survivor_id = cast(? as uuid)", third))
                .isEqualTo(2);
        assertThat(TestDatabase.number("""
                select count(*) from possible_match where cast(? as uuid) in (first_person, second_person)""", third))
                .as("asked once of the person, not once of each number")
                .isEqualTo(1);
    }
}
