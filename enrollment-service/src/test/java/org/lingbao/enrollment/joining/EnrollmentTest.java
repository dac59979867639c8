package org.lingbao.enrollment.joining;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.lingbao.enrollment.testing.Citizen.application;
import static org.lingbao.enrollment.testing.Citizen.as;
import static org.lingbao.enrollment.testing.Citizen.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.testing.Citizen;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTopics;

/** The decision and what comes of it, once. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EnrollmentTest {
    private static final String AREA = "enrollment.person-area-added.v1";
    private static final String OPENED = "enrollment.relation-opened.v1";

    @Test
    void an_application_waits_for_nobody_who_only_refers_to_the_person() throws Exception {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        try (var sweep = TestDatabase.connect()) {
            sweep.setAutoCommit(false);
            // as each foreign key does that somebody checks
            try (var lock = sweep.prepareStatement("select from person where id = cast(? as uuid) for key share")) {
                lock.setString(1, personId);
                var unused = lock.execute();
                citizen.enroll(personId).statusCode(201);
            }
        }
    }

    @Test
    void an_eligible_person_is_enrolled_at_once_with_a_receipt() {
        var citizen = Citizen.driver();
        var personId = citizen.register();

        citizen.enroll(personId)
                .statusCode(201)
                .body("outcome", equalTo("ACCEPTED"))
                .body("receiptNumber", matchesPattern("E20260901(-[0-9A-HJKMNP-TV-Z]{4}){3}"))
                .body("verificationCode", matchesPattern("E[0-9A-F]{32}"))
                .body("ground", equalTo("HUKOU"))
                .body("notices", empty())
                .body("from", equalTo("2026-09"))
                .body("decision.rule", equalTo("joining.decide"))
                .body("decision.children.rule", hasItem("enrollment.decide"))
                .body("relationId", notNullValue());

        as(citizen.token())
                .get("/persons/" + personId + "/relations")
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].standing", equalTo("FLEXIBLE"))
                .body("[0].placeName", equalTo("潍坊市"))
                .body("[0].from", equalTo("2026-09"))
                .body("[0].lastPayableMonth", equalTo("2053-05"));
    }

    @Test
    void one_enrollment_is_one_event_on_the_topic() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        String relationId = citizen.enroll(personId).statusCode(201).extract().path("relationId");

        var messages = TestTopics.awaitKey("enrollment.person", personId, 4);

        assertThat(messages)
                .extracting(message -> message.headers().get("ce_type"))
                .containsExactly("enrollment.person-registered.v1", AREA, AREA, OPENED);
        assertThat(messages.getLast().text())
                .contains(relationId, "\"place\":\"370700\"", "\"from\":\"2026-09\"", "\"standing\":\"FLEXIBLE\"");
    }

    @Test
    void an_ineligible_person_is_told_every_reason_with_its_article() {
        var child = Citizen.born(LocalDate.of(2012, 1, 1)).withHukou("210102");
        var personId = child.register();

        post("/enrollments", child.token(), application(personId, "EMPLOYEE", true))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/enrollment-refused"))
                .body("errors.code", contains("DRAWING_PENSION", "NO_PLACE_GROUND", "UNDER_MINIMUM_AGE"))
                .body("errors.citation", everyItem(notNullValue()))
                .body("errors.howToFix", everyItem(not("")))
                .body("errors[2].detail", containsString("14"));

        assertThat(TestDatabase.number(
                        "select count(*) from application where person_id = cast(? as uuid) and outcome = 'REFUSED'",
                        personId))
                .isEqualTo(1);
        assertThat(relationsOf(personId)).isZero();
    }

    @Test
    void a_refusal_is_told_again_under_its_key_in_the_readers_language() {
        var child = Citizen.born(LocalDate.of(2012, 1, 1));
        var body = application(child.register());
        var key = UUID.randomUUID().toString();
        post("/enrollments", child.token(), key, body)
                .statusCode(422)
                .body("errors[0].detail", containsString("flexible worker"));

        given().auth()
                .oauth2(child.token())
                .header("Accept-Language", "zh-CN")
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/enrollments")
                .then()
                .statusCode(422)
                .header("Idempotent-Replayed", "true")
                .body("errors[0].detail", containsString("周岁"));
    }

    @Test
    void the_same_key_gets_the_same_answer_and_one_relation() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        var key = UUID.randomUUID().toString();
        var first = post("/enrollments", citizen.token(), key, application(personId))
                .statusCode(201);

        var second = post("/enrollments", citizen.token(), key, application(personId))
                .statusCode(201)
                .header("Idempotent-Replayed", "true");

        assertThat(second.extract().body().jsonPath().getMap(""))
                .isEqualTo(first.extract().body().jsonPath().getMap(""));
        assertThat(relationsOf(personId)).isEqualTo(1);
    }

    @Test
    void retries_that_race_under_one_key_get_one_and_the_same_receipt() throws Exception {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        var key = UUID.randomUUID().toString();
        Callable<String> retry = () -> post("/enrollments", citizen.token(), key, application(personId))
                .statusCode(201)
                .extract()
                .path("receiptNumber");

        try (var threads = Executors.newFixedThreadPool(32)) {
            var receipts = threads.invokeAll(Collections.nCopies(32, retry)).stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .distinct()
                    .toList();
            assertThat(receipts).hasSize(1);
        }
        assertThat(relationsOf(personId)).isEqualTo(1);
    }

    @Test
    void another_body_under_the_key_is_a_conflict() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        var key = UUID.randomUUID().toString();
        post("/enrollments", citizen.token(), key, application(personId)).statusCode(201);

        post("/enrollments", citizen.token(), key, application(personId, "RESIDENT", false))
                .statusCode(409)
                .body("errors.code", contains("IDEMPOTENCY_KEY_REUSED"));
        assertThat(relationsOf(personId)).isEqualTo(1);
    }

    @Test
    void a_second_application_is_refused() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        citizen.enroll(personId).statusCode(201);

        citizen.enroll(personId).statusCode(422).body("errors.code", contains("ALREADY_ENROLLED"));
        assertThat(relationsOf(personId)).isEqualTo(1);
    }

    @Test
    void applications_that_race_open_one_relation() throws Exception {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        Callable<String> enroll = () -> {
            var answer = citizen.enroll(personId).extract();
            return answer.statusCode() + " " + (answer.statusCode() == 201 ? "" : answer.path("errors.code"));
        };

        try (var threads = Executors.newFixedThreadPool(32)) {
            var statuses = threads.invokeAll(Collections.nCopies(32, enroll)).stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .toList();
            assertThat(statuses).containsOnly("201 ", "422 [ALREADY_ENROLLED]").containsOnlyOnce("201 ");
        }
        assertThat(relationsOf(personId)).isEqualTo(1);
        assertThat(TestTopics.awaitKey("enrollment.person", personId, 4)).hasSize(4);
    }

    @Test
    void the_table_itself_refuses_a_second_live_relation() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        citizen.enroll(personId).statusCode(201);

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> TestDatabase.execute("""
                        insert into relation (id, person_id, scheme, place, standing, from_month, opened_on)
                        select gen_random_uuid(), person_id, scheme, place, standing, from_month, opened_on
                        from relation where person_id = cast(? as uuid)""", personId))
                .hasMessageContaining("relation_one_live");
    }

    @Test
    void an_employer_that_the_register_knows_of_refuses_whatever_is_stated() {
        var citizen = Citizen.driver();
        var personId = citizen.register();
        var made = TestDatabase.execute("""
                insert into relation (id, person_id, scheme, place, standing, from_month, opened_on)
                values (gen_random_uuid(), cast(? as uuid), 'EMPLOYEE', '370700', 'EMPLOYED', '2026-01-01', '2026-01-05')""", personId);
        assertThat(made).isEqualTo(1);

        citizen.enroll(personId).statusCode(422).body("errors.code", contains("ALREADY_EMPLOYED_INSURED"));
    }

    @Test
    void who_may_not_reach_the_minimum_months_is_told_in_both_languages_and_accepted() {
        var citizen = Citizen.born(LocalDate.of(1966, 8, 1));

        citizen.enroll(citizen.register())
                .statusCode(201)
                .body("notices.code", contains("MAY_NOT_REACH_MINIMUM_MONTHS"))
                .body("notices[0].detail.zh", containsString("最低缴费年限"))
                .body("notices[0].detail.en", containsString("minimum contribution months"))
                .body("notices[0].howToFix.zh", notNullValue());
    }

    private static long relationsOf(String personId) {
        return TestDatabase.number("select count(*) from relation where person_id = cast(? as uuid)", personId);
    }
}
