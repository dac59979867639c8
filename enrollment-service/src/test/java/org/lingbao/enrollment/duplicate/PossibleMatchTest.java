package org.lingbao.enrollment.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.enrollment.duplicate.MatchDesk.CLERK;
import static org.lingbao.enrollment.duplicate.MatchDesk.SOON;
import static org.lingbao.enrollment.duplicate.MatchDesk.clerkOf;
import static org.lingbao.enrollment.duplicate.MatchDesk.decide;
import static org.lingbao.enrollment.duplicate.MatchDesk.hire;
import static org.lingbao.enrollment.duplicate.MatchDesk.lookup;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.enrollment.testing.Matched;
import org.lingbao.enrollment.testing.Pages;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;

/** Two registrations that may be of one person are on a work list, and become one person when somebody who sees both says so. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class PossibleMatchTest {
    @Inject
    ComparePersons compare;

    @Test
    void two_numbers_with_one_name_birth_date_and_sex_are_both_registered_and_on_the_list_of_who_sees_both() {
        var one = Citizen.driver();
        var twin = one.twin();
        var first = one.register();
        var second = twin.register();
        var match = Matched.pair(first, second);

        assertThat(listed(clerkOf("370702"), "")).contains(match);
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

        assertThat(listed(CLERK, "&state=OPEN")).doesNotContain(match);
        assertThat(VertxContextSupport.subscribeAndAwait(() -> compare.all())).isNotNegative();
        assertThat(TestDatabase.number("""
                select count(*) from possible_match where cast(? as uuid) in (first_person, second_person)""", first)).isEqualTo(1);
    }

    @Test
    void whom_a_command_is_about_is_compared_when_it_has_ended_and_nobody_waits() throws Throwable {
        var person = Citizen.driver().register();
        try (var command = TestDatabase.connect()) {
            command.setAutoCommit(false);
            try (var lock = command.prepareStatement("select from person where id = cast(? as uuid) for update")) {
                lock.setString(1, person);
                assertThat(lock.execute()).isTrue();
            }
            var _ = TestDatabase.execute(
                    "insert into person_uncompared values (cast(? as uuid)) on conflict do nothing", person);
            assertThat(VertxContextSupport.subscribeAndAwait(() -> compare.all()))
                    .isNotNegative();
            assertThat(uncompared(person)).isEqualTo(1);
            command.rollback();
        }

        await().atMost(SOON).until(() -> uncompared(person) == 0);
    }

    @Test
    void what_more_than_fifty_share_makes_nobody_alike() throws Exception {
        var one = Citizen.driver();
        List<String> persons;
        try (var round = TestDatabase.connect()) {
            round.setAutoCommit(false);
            try (var alone = round.createStatement()) {
                assertThat(alone.execute("select pg_advisory_xact_lock(hashtextextended('compare-persons', 0))"))
                        .isTrue();
            }
            persons = Stream.concat(Stream.of(one), Stream.generate(one::twin))
                    .limit(51)
                    .map(Citizen::register)
                    .toList();
            round.rollback();
        }

        await().atMost(SOON).until(() -> persons.stream().noneMatch(person -> uncompared(person) > 0));
        assertThat(TestDatabase.number(
                        "select count(*) from possible_match where first_person = any(cast(? as uuid[]))",
                        (Object) persons.toArray(String[]::new)))
                .isZero();
        assertThat(TestDatabase.number(
                        "select count(*) from person_trait where person_id = any(cast(? as uuid[]))",
                        (Object) persons.toArray(String[]::new)))
                .isPositive();
    }

    private static long uncompared(String person) {
        return TestDatabase.number("select count(*) from person_uncompared where person_id = cast(? as uuid)", person);
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

    private static List<String> listed(String token, String more) {
        return Pages.all("/tasks?area=370702&kind=POSSIBLE_MATCH" + more, token, "tasks.matchId");
    }
}
