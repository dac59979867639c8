package org.lingbao.enrollment.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

/** Who sees a person, how much, and what is kept of it. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class PersonAccessTest {
    private static final String CLERK_OF_WEIFANG = "li.clerk";
    private static final String CLERK_OF_QINGDAO = "zhou.clerk";
    private static final String TERMINAL = "terminal-370702-0001";

    @Test
    void another_citizen_sees_nothing() {
        var personId = Citizen.driver().register();

        as(Citizen.driver().token()).get("/persons/" + personId).then().statusCode(404);
        as(Citizen.driver().token())
                .get("/persons/" + personId + "/relations")
                .then()
                .statusCode(404);
    }

    @Test
    void a_clerk_sees_the_persons_of_the_own_area_and_every_look_is_recorded() {
        var personId = Citizen.driver().register();

        as(TestTokens.of(CLERK_OF_WEIFANG))
                .get("/persons/" + personId)
                .then()
                .statusCode(200)
                .body("personId", equalTo(personId))
                .body("name", equalTo("赵***"));

        assertThat(audits(personId)).containsExactly("person.view by " + TestTokens.subject(CLERK_OF_WEIFANG));
    }

    @Test
    void a_clerk_of_another_area_sees_nothing() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        var clerk = TestTokens.of(CLERK_OF_QINGDAO);

        as(clerk).get("/persons/" + personId).then().statusCode(404);
        as(clerk).get("/persons/" + personId + "/relations").then().statusCode(404);
        post("/persons/lookup", clerk, lookup(citizen.number())).statusCode(404);
        assertThat(audits(personId)).isEmpty();
    }

    @Test
    void a_terminal_finds_a_person_by_the_whole_number_and_nothing_else() {
        var citizen = Citizen.driver();
        var personId = citizen.register();

        post("/persons/lookup", TestTokens.of(TERMINAL), lookup(citizen.number()))
                .statusCode(200)
                .body("personId", equalTo(personId))
                .body("name", equalTo("赵***"))
                .body("birthDate", nullValue());
        post("/persons/lookup", TestTokens.of(TERMINAL), lookup(Citizen.driver().number()))
                .statusCode(404);
        as(TestTokens.of(TERMINAL)).get("/persons/" + personId).then().statusCode(403);

        assertThat(audits(personId)).containsExactly("person.lookup by " + TestTokens.subject(TERMINAL));
    }

    @Test
    void a_citizen_may_not_look_others_up() {
        post(
                        "/persons/lookup",
                        Citizen.driver().token(),
                        lookup(Citizen.driver().number()))
                .statusCode(403);
    }

    @Test
    void a_clerk_registers_a_person_without_a_login_and_may_serve_them() {
        var citizen = Citizen.driver().withHukou("210102");
        var clerk = TestTokens.of(CLERK_OF_WEIFANG);

        String personId = post("/persons", clerk, citizen.registration())
                .statusCode(201)
                .extract()
                .path("personId");

        as(clerk).get("/persons/" + personId).then().statusCode(200);
        assertThat(TestDatabase.number("select count(*) from login where person_id = cast(? as uuid)", personId))
                .isZero();
        assertThat(audits(personId)).contains("person.register by " + TestTokens.subject(CLERK_OF_WEIFANG));
        as(TestTokens.of(CLERK_OF_QINGDAO)).get("/persons/" + personId).then().statusCode(404);
    }

    @Test
    void a_person_who_comes_to_a_counter_elsewhere_may_be_served_there() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        var clerk = TestTokens.of(CLERK_OF_QINGDAO);
        as(clerk).get("/persons/" + personId).then().statusCode(404);

        post("/persons", clerk, citizen.registration()).statusCode(200).body("personId", equalTo(personId));

        as(clerk).get("/persons/" + personId).then().statusCode(200);
        post("/persons", clerk, citizen.registration()).statusCode(200);
        assertThat(TestTopics.awaitKey("enrollment.person", personId, 3))
                .extracting(message -> message.headers().get("ce_type"))
                .containsExactly(
                        "enrollment.person-registered.v1",
                        "enrollment.person-area-added.v1",
                        "enrollment.person-area-added.v1");
        assertThat(audits(personId)).contains("person.present-at-counter by " + TestTokens.subject(CLERK_OF_QINGDAO));
    }

    @Test
    void a_counter_that_types_another_name_learns_nothing() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        var other = new Citizen(citizen.login(), citizen.number(), "钱某人", citizen.phone(), citizen.hukou());

        post("/persons", TestTokens.of(CLERK_OF_QINGDAO), other.registration())
                .statusCode(409)
                .body("errors.code", contains("PERSON_ALREADY_REGISTERED"));
        as(TestTokens.of(CLERK_OF_QINGDAO)).get("/persons/" + personId).then().statusCode(404);
    }

    @Test
    void a_look_that_finds_nobody_and_a_wrong_name_at_the_counter_are_recorded_too() {
        var citizen = Citizen.driver();
        var registered = citizen.register();
        var clerk = TestTokens.subject(CLERK_OF_QINGDAO);
        var terminal = TestTokens.subject(TERMINAL);
        var byClerk = inVain(clerk);
        var byTerminal = inVain(terminal);

        post("/persons/lookup", TestTokens.of(CLERK_OF_QINGDAO), lookup(citizen.number()))
                .statusCode(404);
        post("/persons/lookup", TestTokens.of(TERMINAL), lookup(Citizen.driver().number()))
                .statusCode(404);
        var other = new Citizen(citizen.login(), citizen.number(), "钱某人", citizen.phone(), citizen.hukou());
        post("/persons", TestTokens.of(CLERK_OF_QINGDAO), other.registration()).statusCode(409);

        assertThat(inVain(clerk)).isEqualTo(byClerk + 2);
        assertThat(inVain(terminal)).isEqualTo(byTerminal + 1);
        assertThat(audits(registered)).isEmpty();
    }

    private static long inVain(String actor) {
        return TestDatabase.number(
                "select count(*) from audit where action like '%.in-vain' and subject_id is null and actor = ?", actor);
    }

    @Test
    void the_columns_hold_no_plain_text_and_the_blind_index_finds_the_person() {
        var citizen = Citizen.born(LocalDate.of(1985, 2, 3));
        var personId = citizen.register();

        var rows = TestDatabase.query(
                "select cast(p.* as text) as row, encode(identity_number, 'escape') as number,"
                        + " encode(name, 'escape') as name, encode(phone, 'escape') as phone"
                        + " from person p where id = cast(? as uuid)",
                personId);

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().values())
                .allSatisfy(column -> assertThat(String.valueOf(column))
                        .doesNotContain(citizen.number(), citizen.name(), citizen.phone()));
        post("/persons/lookup", TestTokens.of(TERMINAL), lookup(citizen.number()))
                .statusCode(200)
                .body("personId", equalTo(personId));
    }

    @Test
    void a_person_without_relations_has_an_empty_list() {
        var citizen = Citizen.driver();

        as(citizen.token())
                .get("/persons/" + citizen.register() + "/relations")
                .then()
                .statusCode(200)
                .body("", hasSize(0));
    }

    private static String lookup(String number) {
        return """
               {"identityNumber": "%s"}""".formatted(number);
    }

    private static List<String> audits(String personId) {
        return TestDatabase.query(
                        "select action || ' by ' || actor as line from audit where subject_id = cast(? as uuid)",
                        personId)
                .stream()
                .map(row -> String.valueOf(row.get("line")))
                .toList();
    }
}
