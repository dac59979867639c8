package org.lingbao.enrollment.duplicate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.enrollment.testing.Matched;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

/** Two registrations that may be of one person are on a work list, and become one person when somebody who sees both says so. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class PossibleMatchTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String CLERK = TestTokens.of("li.clerk");

    @Inject
    ComparePersons compare;

    @Test
    void two_numbers_with_one_name_birth_date_and_sex_are_both_registered_and_on_the_list_of_who_sees_both() {
        var one = Citizen.driver();
        var twin = one.twin();
        var first = one.register();
        var second = twin.register();
        var match = Matched.pair(first, second);

        as(clerkOf("370702"))
                .get("/tasks?area=370702&kind=POSSIBLE_MATCH&limit=200")
                .then()
                .body("tasks.matchId", hasItem(match));
        var shown = as(clerkOf("370702"))
                .get("/possible-matches/" + match)
                .then()
                .statusCode(200)
                .body("traits", contains("NAME_AND_BIRTH"))
                .extract()
                .asString();
        assertThat(shown).contains(first, second).doesNotContain(one.number(), twin.number(), one.phone(), one.name());
        assertThat(TestDatabase.number(
                        "select count(*) from audit where action = 'possible-match.open' and subject_id = cast(? as uuid)",
                        second))
                .isEqualTo(1);
    }

    @Test
    void of_two_counties_the_city_has_to_see_to_it_and_who_sees_one_of_them_sees_nothing() {
        var one = Citizen.driver();
        var match = Matched.pair(one.register(), one.twin().withHukou("370703").register());

        as(clerkOf("370702")).get("/possible-matches/" + match).then().statusCode(404);
        decide(clerkOf("370703"), match, "DIFFERENT", null).statusCode(404);
        as(clerkOf("370700")).get("/possible-matches/" + match).then().statusCode(200);
        assertThat(TestDatabase.query(
                        "select organisation from possible_match where match_id = cast(? as uuid)", match))
                .containsExactly(Map.of("organisation", "370700"));
    }

    @Test
    void name_and_phone_make_a_match_whatever_the_birth_date() {
        var one = Citizen.driver();
        var other = Citizen.born(java.time.LocalDate.of(1971, 3, 2));
        var same = new Citizen(other.login(), other.number(), one.name(), one.phone(), one.hukou());

        var match = Matched.pair(one.register(), same.register());

        as(CLERK).get("/possible-matches/" + match).then().body("traits", contains("NAME_AND_PHONE"));
    }

    @Test
    void one_whose_data_do_not_open_keeps_nobody_else_from_being_compared() {
        var one = Citizen.driver();
        var first = one.register();
        var _ = TestDatabase.execute(
                "update person set name = '\\x00' where id = cast(? as uuid)",
                Citizen.driver().register());
        var _ = TestDatabase.execute("insert into person_uncompared select id from person on conflict do nothing");

        assertThat(Matched.pair(first, one.twin().register())).isNotEmpty();
    }

    @Test
    void whom_an_employer_named_under_another_number_is_compared_too() {
        var one = Citizen.driver();
        var twin = one.twin();
        var first = one.register();
        hire(twin);
        String second = lookup(twin).extract().path("personId");

        var match = Matched.pair(first, second);

        decide(CLERK, match, "SAME", first).statusCode(422).body("errors.code", contains("MATCH_MERGED_EMPLOYED"));
        decide(CLERK, match, "SAME", second).statusCode(200);
        as(one.token())
                .get("/persons/me")
                .then()
                .body("personId", equalTo(second))
                .body("hukou", equalTo("370702"));
    }

    @Test
    void a_pair_that_is_two_persons_is_never_asked_about_again() throws Throwable {
        var one = Citizen.driver();
        var first = one.register();
        var second = one.twin().register();
        var match = Matched.pair(first, second);

        decide(CLERK, match, "DIFFERENT", null).statusCode(200).body("decision", equalTo("DIFFERENT"));
        decide(CLERK, match, "DIFFERENT", null).statusCode(200);
        decide(CLERK, match, "SAME", first).statusCode(422).body("errors.code", contains("MATCH_DECIDED_OTHERWISE"));
        var _ = TestDatabase.execute("""
                insert into person_uncompared select id from person where id in (cast(? as uuid), cast(? as uuid))""", first, second);
        await().atMost(SOON).until(() -> TestDatabase.number("""
                select count(*) from person_uncompared where person_id in (cast(? as uuid), cast(? as uuid))""", first, second) == 0);

        as(CLERK)
                .get("/tasks?area=370702&kind=POSSIBLE_MATCH&state=OPEN&limit=200")
                .then()
                .body("tasks.matchId", not(hasItem(match)));
        assertThat(VertxContextSupport.subscribeAndAwait(() -> compare.all())).isNotNegative();
        assertThat(TestDatabase.number("""
                select count(*) from possible_match where cast(? as uuid) in (first_person, second_person)""", first)).isEqualTo(1);
    }

    @Test
    void no_outcome_ends_the_task_but_the_decision() {
        var one = Citizen.driver();
        var match = Matched.pair(one.register(), one.twin().register());
        var task = TestDatabase.query("select task_id from task where reference = cast(? as uuid)", match)
                .getFirst()
                .get("task_id");

        post("/tasks/" + task + "/outcome", CLERK, "{\"outcome\": \"SAME\"}")
                .statusCode(422)
                .body("errors.code", contains("TASK_OUTCOME_UNFIT"));
        decide(CLERK, match, "DIFFERENT", null).statusCode(200);
        as(CLERK).get("/tasks/" + task).then().body("outcome", equalTo("DIFFERENT"));
    }

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

    private static int status(String match, String survivor) {
        return decide(CLERK, match, "SAME", survivor).extract().statusCode();
    }

    private static ValidatableResponse decide(
            String token, String match, String word, @org.jspecify.annotations.Nullable String survivor) {
        var who = survivor == null ? "" : ", \"survivorId\": \"" + survivor + "\"";
        return post("/possible-matches/" + match + "/decision", token, "{\"decision\": \"" + word + "\"" + who + "}");
    }

    private static ValidatableResponse lookup(Citizen citizen) {
        return post(
                        "/persons/lookup",
                        TestTokens.of("service-transfer"),
                        "{\"identityNumber\": \"" + citizen.number() + "\"}")
                .statusCode(200);
    }

    private static void hire(Citizen citizen) {
        post("/employments", TestTokens.of("chen.employer"), """
                {"identityNumber": "%s", "name": "%s", "place": "370700", "startsOn": "2026-09-15"}""".formatted(citizen.number(), citizen.name()))
                .statusCode(201);
    }

    private static void paid(String person, String month) {
        var message = UUID.randomUUID();
        TestTopics.send(
                "contribution.person",
                person,
                """
                {"personId": "%s", "scheme": "EMPLOYEE", "place": "370700", "months": ["%s"], "base": "4573.00",
                 "pension": "914.60", "account": "365.84", "pooled": "548.76", "receiptId": "%s", "paidOn": "2026-09-01"}""".formatted(person, month, UUID.randomUUID()).getBytes(UTF_8),
                Map.of("ce_id", message.toString(), "ce_type", "contribution.month-paid.v1"));
        await().atMost(SOON)
                .until(() -> TestDatabase.number("select count(*) from inbox where message_id = ?", message) == 1);
    }

    private static String clerkOf(String organisation) {
        return TestTokens.mint("li.clerk").claim("org", organisation).token();
    }
}
