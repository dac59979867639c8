package org.lingbao.enrollment.person;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.enrollment.testing.Held;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** A person becomes known once. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class RegistrationTest {

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
        var body = "37070219890505"; // of a day on which nobody else here was born
        var tail = 900;
        while (Citizen.checkDigit(body + (tail + 1)) != 'X') {
            tail += 2;
        }
        var number = body + (tail + 1) + "X";
        var typed = new Citizen("citizen-77001", number, "孙测试", "13900000001", "370702");
        var personId = typed.register();
        var lower = new Citizen("citizen-77001", number.toLowerCase(Locale.ROOT), "孙测试", "13900000001", "370702");

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
            var statuses = threads.invokeAll(Collections.nCopies(8, register)).stream()
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
        given().auth()
                .oauth2(Citizen.driver().token())
                .get("/persons/me")
                .then()
                .statusCode(404)
                .body("errors[0].detail", equalTo("没有找到，或不属于您。"));
        as(Citizen.driver().token())
                .get("/persons/me")
                .then()
                .statusCode(404)
                .body("errors[0].detail", equalTo("It does not exist, or it is not yours."));
    }

    @Test
    void who_is_being_merged_while_they_register_completes_the_survivor_and_has_a_login() throws Exception {
        var citizen = Citizen.driver();
        var twin = citizen.twin();
        var merged = onlyNamed(citizen);
        var survivor = onlyNamed(twin);

        try (var merge = Held.person(merged);
                var thread = Executors.newSingleThreadExecutor()) {
            var registered = thread.submit(() -> post("/persons", citizen.token(), citizen.registration()));
            merge.isAwaited();
            merge.does("""
                    update person set survivor_id = cast(? as uuid), merged_on = date '2026-09-01'
                    where id = cast(? as uuid)""", survivor, merged);
            merge.ends();
            registered.get().statusCode(200).body("personId", equalTo(survivor));
        }
        as(citizen.token()).get("/persons/me").then().statusCode(200).body("personId", equalTo(survivor));
        assertThat(TestDatabase.number(
                        "select count(*) from person where id = cast(? as uuid) and phone is null", merged))
                .isEqualTo(1);
    }

    private static String onlyNamed(Citizen citizen) {
        post("/employments", TestTokens.of("chen.employer"), """
                        {"identityNumber": "%s", "name": "%s", "place": "370700", "startsOn": "2026-09-01"}""".formatted(citizen.number(), citizen.name()))
                .statusCode(201);
        return post(
                        "/persons/lookup",
                        TestTokens.of("service-transfer"),
                        "{\"identityNumber\": \"" + citizen.number() + "\"}")
                .extract()
                .path("personId");
    }
}
