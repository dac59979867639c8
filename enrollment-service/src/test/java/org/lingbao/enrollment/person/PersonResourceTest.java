package org.lingbao.enrollment.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class PersonResourceTest {
    private static final String CLERK_OF_WEIFANG = "li.clerk";
    private static final String CLERK_OF_QINGDAO = "zhou.clerk";
    private static final String TERMINAL = "terminal-370702-0001";

    @Test
    void a_person_is_registered_and_shown_masked() {
        var citizen = Citizen.driver();

        post("/persons", citizen.token(), citizen.registration())
                .statusCode(201)
                .body(
                        "identityNumber",
                        equalTo("*".repeat(14) + citizen.number().substring(14)))
                .body("name", equalTo("赵***"))
                .body("phone", not(containsString(citizen.phone().substring(3, 9))))
                .body("hukou", equalTo("370702"));
    }

    @Test
    void the_same_number_again_by_the_same_login_is_the_same_person() {
        var citizen = Citizen.driver();
        var personId = citizen.register();

        post("/persons", citizen.token(), citizen.registration())
                .statusCode(200)
                .body("personId", equalTo(personId));
        as(citizen.token()).get("/persons/me").then().statusCode(200).body("personId", equalTo(personId));
        assertThat(TestDatabase.number("select count(*) from login where person_id = cast(? as uuid)", personId))
                .isEqualTo(1);
    }

    @Test
    void a_lower_case_check_letter_is_the_same_number() {
        var body = "37070219900505";
        var tail = 900;
        while (Citizen.checkDigit(body + (tail + 1)) != 'X') {
            tail += 2;
        }
        var number = body + (tail + 1) + "X";
        var typed = new Citizen("citizen-77001", number, "孙测试", "13900000001", "370702");
        var personId = typed.register();
        var lower =
                new Citizen("citizen-77001", number.toLowerCase(java.util.Locale.ROOT), "孙测试", "13900000001", "370702");

        post("/persons", lower.token(), lower.registration()).statusCode(200).body("personId", equalTo(personId));
    }

    @Test
    void the_same_key_gets_the_same_answer_and_one_person() {
        var citizen = Citizen.driver();
        var key = UUID.randomUUID().toString();

        var first = post("/persons", citizen.token(), key, citizen.registration())
                .statusCode(201)
                .extract();
        var second = post("/persons", citizen.token(), key, citizen.registration())
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .header("Location", first.header("Location"))
                .extract();

        assertThat(second.body().jsonPath().getMap(""))
                .isEqualTo(first.body().jsonPath().getMap(""));
    }

    @Test
    void another_body_under_the_key_is_a_conflict() {
        var citizen = Citizen.driver();
        var key = UUID.randomUUID().toString();
        post("/persons", citizen.token(), key, citizen.registration()).statusCode(201);

        post("/persons", citizen.token(), key, citizen.withHukou("370703").registration())
                .statusCode(409)
                .body("errors.code", contains("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void a_number_that_another_login_registered_is_a_conflict() {
        var citizen = Citizen.driver();
        var registered = citizen.register();

        post("/persons", Citizen.driver().token(), citizen.registration())
                .statusCode(409)
                .body("errors.code", contains("PERSON_ALREADY_REGISTERED"))
                .body(not(containsString(registered)));
    }

    @Test
    void one_login_is_not_two_persons() {
        var citizen = Citizen.driver();
        assertThat(citizen.register()).isNotBlank();

        post("/persons", citizen.token(), Citizen.driver().registration())
                .statusCode(409)
                .body("errors.code", contains("LOGIN_ALREADY_LINKED"));
    }

    @Test
    void requests_that_race_for_one_number_make_one_person() throws Exception {
        var citizen = Citizen.driver();
        Callable<Integer> register = () -> post("/persons", citizen.token(), citizen.registration())
                .extract()
                .statusCode();

        try (var threads = Executors.newFixedThreadPool(8)) {
            var statuses = threads.invokeAll(java.util.Collections.nCopies(8, register)).stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .toList();
            assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
        }
    }

    @Test
    void a_malformed_body_gets_every_violation_at_once() {
        post("/persons", Citizen.driver().token(), """
                {"identityNumber": "", "phone": "call me", "hukou": "Weifang"}""")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.code", contains("CONSTRAINT", "CONSTRAINT", "CONSTRAINT", "CONSTRAINT"))
                .body("errors.pointer", containsInAnyOrder("/identityNumber", "/name", "/phone", "/hukou"));
    }

    @Test
    void an_unknown_field_is_refused() {
        post("/persons", Citizen.driver().token(), """
                {"identityNumber": "1", "nickname": "qiang"}""")
                .statusCode(400)
                .body("errors.code", contains("UNKNOWN_FIELD"))
                .body("errors[0].pointer", equalTo("/nickname"));
    }

    @Test
    void a_body_that_is_no_json_is_refused() {
        post("/persons", Citizen.driver().token(), "{").statusCode(400).body("errors.code", contains("MALFORMED_BODY"));
    }

    @Test
    void a_number_with_a_wrong_check_digit_and_an_unknown_place_are_told_together() {
        var citizen = Citizen.driver();
        var number = citizen.number();
        var wrong = number.substring(0, 17) + (number.endsWith("1") ? "2" : "1");

        post("/persons", citizen.token(), """
                {"identityNumber": "%s", "name": "赵强", "phone": "13800000000", "hukou": "370792"}""".formatted(wrong))
                .statusCode(400)
                .body("errors.code", contains("IDENTITY_NUMBER_CHECK_DIGIT", "UNKNOWN_PLACE"))
                .body("errors.pointer", contains("/identityNumber", "/hukou"))
                .body("errors[1].detail", containsString("370702"))
                .body(not(containsString(wrong)));
    }

    @Test
    void a_number_with_an_impossible_birth_date_is_refused() {
        var body = "37070219740229001";

        post("/persons", Citizen.driver().token(), """
                {"identityNumber": "%s", "name": "赵强", "phone": "13800000000", "hukou": "370702"}""".formatted(body + Citizen.checkDigit(body)))
                .statusCode(400)
                .body("errors.code", contains("IDENTITY_NUMBER_BIRTH_DATE"));
    }

    @Test
    void a_key_is_required() {
        var citizen = Citizen.driver();

        as(citizen.token())
                .contentType("application/json")
                .body(citizen.registration())
                .post("/persons")
                .then()
                .statusCode(400)
                .body("errors.code", contains("IDEMPOTENCY_KEY_REQUIRED"));
    }

    @Test
    void problems_speak_the_readers_language() {
        as(Citizen.driver().token())
                .header("Accept-Language", "zh-CN")
                .get("/persons/me")
                .then()
                .statusCode(404)
                .body("errors[0].code", equalTo("NOT_FOUND"));
    }

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
